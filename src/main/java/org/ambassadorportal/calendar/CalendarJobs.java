package org.ambassadorportal.calendar;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.OptionalMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the calendar does by itself. */
@Configuration(proxyBeanMethods = false)
class CalendarJobs {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarJobs.class);

    @Bean
    RecurringTask<Void> forgetHolds(TeamCalendar calendar) {
        return Tasks.recurring("forget-holds", FixedDelay.ofMinutes(10))
                .execute((task, context) -> AsSystem.run(calendar::forgetExpired));
    }

    /** A job of the database, so that a restart forgets nothing: what came due meanwhile is found by the next round. */
    @Bean
    RecurringTask<Void> remind(Reminders reminders) {
        return Tasks.recurring("remind", FixedDelay.ofMinutes(1))
                .execute((task, context) -> AsSystem.run(() -> remindOfAll(reminders)));
    }

    @Bean
    RecurringTask<Void> forgetReminders(Reminders reminders) {
        return Tasks.recurring("forget-reminders", FixedDelay.ofHours(24))
                .execute((task, context) -> AsSystem.run(reminders::forget));
    }

    /** One that cannot be written holds up none of the others; it is tried again in the next round. */
    static void remindOfAll(Reminders reminders) {
        for (var which : OptionalMail.values()) {
            for (var due : reminders.due(which)) {
                try {
                    reminders.remind(due);
                } catch (RuntimeException failed) {
                    LOG.error("Nobody was reminded of {}", due.owner(), failed);
                }
            }
        }
    }

    /** Looks often for calendars that were not read lately; each is read every quarter of an hour. */
    @Bean
    RecurringTask<Void> readBusyTimes(HostCalendars calendars) {
        return Tasks.recurring("read-busy-times", FixedDelay.ofMinutes(2))
                .execute((task, context) -> AsSystem.run(calendars::readDue));
    }
}
