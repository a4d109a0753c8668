package org.ambassadorportal.desk;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.ambassadorportal.identity.AsSystem;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the desk does by itself. */
@Configuration(proxyBeanMethods = false)
class DeskJobs {

    @Bean
    RecurringTask<Void> wakeItems(Waking waking) {
        return Tasks.recurring("wake-items", FixedDelay.ofMinutes(1))
                .execute((task, context) -> AsSystem.run(waking::wake));
    }

    @Bean
    RecurringTask<Void> forgetPresence(Presence presence) {
        return Tasks.recurring("forget-presence", FixedDelay.ofMinutes(10))
                .execute((task, context) -> AsSystem.run(presence::forget));
    }

    @Bean
    RecurringTask<Void> sendReplies(Desk desk, Clock clock) {
        return Tasks.recurring("send-replies", FixedDelay.ofSeconds(2))
                .execute((task, context) -> AsSystem.run(() -> desk.sendReplies(clock.instant())));
    }

    @Bean
    RecurringTask<Void> sweepFiles(Files files) {
        return Tasks.recurring("sweep-files", FixedDelay.ofHours(12))
                .execute((task, context) -> AsSystem.run(files::sweep));
    }

    @Bean
    RecurringTask<Void> workBulks(BulkWork work) {
        return Tasks.recurring("work-bulks", FixedDelay.ofSeconds(2))
                .execute((task, context) -> AsSystem.run(() -> work.go(Duration.ofSeconds(30))));
    }

    @Bean
    RecurringTask<Void> forgetBulks(Bulks bulks) {
        return Tasks.recurring("forget-bulks", FixedDelay.ofHours(6))
                .execute((task, context) -> AsSystem.run(bulks::forget));
    }

    /** Often, because hours or goals may have changed; nothing is to be done nearly always. */
    @Bean
    RecurringTask<Void> reckonClocks(Clocks clocks) {
        return Tasks.recurring("reckon-clocks", FixedDelay.ofMinutes(1))
                .execute((task, context) -> AsSystem.run(clocks::reckonAnew));
    }

    @Bean
    ApplicationRunner noteGoals(Clocks clocks) {
        return arguments -> AsSystem.run(clocks::noteSettings);
    }

    /** Each person's mail is a transaction of its own, so that one that fails holds up nobody. */
    @Bean
    RecurringTask<Void> tellWhatIsLate(Notices notices) {
        return Tasks.recurring("desk-notices", FixedDelay.ofMinutes(5))
                .execute((task, context) -> AsSystem.run(() -> {
                    notices.note();
                    notices.waiting().forEach(notices::tell);
                    notices.forget();
                }));
    }
}
