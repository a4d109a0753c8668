package org.ambassadorportal.training;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.ambassadorportal.identity.AsSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens by itself: an offered seat that nobody answers goes to the next on the list. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrainingSettings.class)
class TrainingJobs {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingJobs.class);

    @Bean
    RecurringTask<Void> passSeatsOn(Seats seats) {
        return Tasks.recurring("pass-seats-on", FixedDelay.ofMinutes(1))
                .execute((task, context) -> AsSystem.run(() -> passOn(seats)));
    }

    /** Each class in a transaction of its own, so that one that fails holds up nobody. */
    static void passOn(Seats seats) {
        for (var id : seats.waitingInVain()) {
            try {
                seats.passOn(id);
            } catch (RuntimeException failed) {
                LOG.error("The seats of the class {} could not be passed on", id, failed);
            }
        }
    }
}
