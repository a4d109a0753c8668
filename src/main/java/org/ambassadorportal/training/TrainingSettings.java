package org.ambassadorportal.training;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the classes.
 *
 * @param offerLasts how long somebody on the waiting list has to say yes to a seat; never later than the class begins
 */
@ConfigurationProperties("portal.training")
record TrainingSettings(@DefaultValue("24h") Duration offerLasts) {

    TrainingSettings {
        if (!offerLasts.isPositive())
            throw new IllegalArgumentException("portal.training.offer-lasts must be positive");
    }
}
