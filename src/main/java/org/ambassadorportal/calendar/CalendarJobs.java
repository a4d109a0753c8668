package org.ambassadorportal.calendar;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.ambassadorportal.identity.AsSystem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the calendar does by itself. */
@Configuration(proxyBeanMethods = false)
class CalendarJobs {

    @Bean
    RecurringTask<Void> forgetHolds(TeamCalendar calendar) {
        return Tasks.recurring("forget-holds", FixedDelay.ofMinutes(10))
                .execute((task, context) -> AsSystem.run(calendar::forgetExpired));
    }
}
