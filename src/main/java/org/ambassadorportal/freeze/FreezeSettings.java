package org.ambassadorportal.freeze;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the freeze.
 *
 * @param extensions how often an exception may be given a later end
 */
@ConfigurationProperties("portal.freeze")
record FreezeSettings(@DefaultValue("2") int extensions) {

    FreezeSettings {
        if (extensions < 0) throw new IllegalArgumentException("portal.freeze.extensions must not be negative");
    }
}
