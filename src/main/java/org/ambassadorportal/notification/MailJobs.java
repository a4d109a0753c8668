package org.ambassadorportal.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.ambassadorportal.identity.AsSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The jobs that send mail and forget it in time, and the figures that raise the alarm. */
@Configuration(proxyBeanMethods = false)
class MailJobs {

    private static final Logger LOG = LoggerFactory.getLogger(MailJobs.class);

    /**
     * Whoever may read all mail may sign in as anybody, by the links in it.
     *
     * @throws IllegalStateException where mails are readable outside the local profile
     */
    MailJobs(MailSettings settings, Environment environment) {
        if (settings.readable() && !environment.acceptsProfiles(Profiles.of("local"))) {
            throw new IllegalStateException("portal.mail.readable is for the local profile only: take it away");
        }
    }

    @Bean
    Postman postman(Outbox outbox, Composer composer, MailSettings settings) {
        return new Postman(outbox, composer, new Smtp(settings), settings);
    }

    @Bean
    RecurringTask<Void> sendMail(Postman postman, MailSettings settings) {
        return Tasks.recurring("send-mail", FixedDelay.of(settings.every()))
                .execute((task, context) -> AsSystem.run(postman::round));
    }

    @Bean
    RecurringTask<Void> forgetMail(Outbox outbox, MailSettings settings, Clock clock) {
        return Tasks.recurring("forget-mail", FixedDelay.ofHours(24))
                .execute((task, context) ->
                        AsSystem.run(() -> outbox.forget(clock.instant().minus(settings.keep()))));
    }

    /** Says in the log what the figure says to whoever measures: somebody must look. */
    @Bean
    RecurringTask<Void> watchMail(Outbox outbox, MailSettings settings) {
        return Tasks.recurring("watch-mail", FixedDelay.ofMinutes(5)).execute((task, context) -> {
            var waits = AsSystem.call(outbox::oldestWaits);
            if (waits.compareTo(settings.lateAfter()) > 0)
                LOG.error("The oldest mail has been waiting for {} minutes", waits.toMinutes());
        });
    }

    /** Read when somebody looks, so that they are true even where the job that sends has died. */
    @Bean
    MeterBinder mailFigures(Outbox outbox) {
        return registry -> {
            Gauge.builder(
                            "portal.mail.oldest.waiting",
                            () -> AsSystem.call(outbox::oldestWaits).toMillis() / 1000.0)
                    .baseUnit("seconds")
                    .description("For how long the oldest mail has been waiting; above 900 somebody must look")
                    .register(registry);
            Gauge.builder("portal.mail.failed", () -> AsSystem.call(outbox::failedOnes))
                    .description("Mails that failed for good and were not sent again")
                    .register(registry);
        };
    }
}
