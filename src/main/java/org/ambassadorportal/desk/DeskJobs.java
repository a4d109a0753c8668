package org.ambassadorportal.desk;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.ambassadorportal.identity.AsSystem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the desk does by itself. */
@Configuration(proxyBeanMethods = false)
class DeskJobs {

    @Bean
    RecurringTask<Void> wakeItems(Desk desk) {
        return Tasks.recurring("wake-items", FixedDelay.ofMinutes(1))
                .execute((task, context) -> AsSystem.run(desk::wake));
    }
}
