package org.ambassadorportal.freeze;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.ambassadorportal.identity.AsSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Records exceptions whose last day is over, and tells their owners once. It looks every hour, so that a node that was
 * down at midnight makes up for it; what it finds is decided by the dates in the organization's zone alone.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FreezeSettings.class)
class ExpiryJob {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiryJob.class);

    @Bean
    RecurringTask<Void> freezeExpiry(ExceptionList exceptions, ExceptionRequests requests) {
        return Tasks.recurring("freeze-expiry", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> AsSystem.run(() -> record(exceptions, requests)));
    }

    /** Each in a transaction of its own, so that one that fails holds up nobody. */
    static void record(ExceptionList exceptions, ExceptionRequests requests) {
        for (var id : exceptions.toExpire()) {
            try {
                requests.expire(id);
            } catch (RuntimeException failed) {
                LOG.error("The end of the exception {} could not be recorded", id.value(), failed);
            }
        }
    }
}
