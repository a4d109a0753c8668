package org.ambassadorportal.demo;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Jobs come round by the machine's time; after the portal's clock was moved they have a look at once. */
@Component
@Profile("local")
class DueJobs {

    private final ObjectProvider<SchedulerClient> scheduler;
    private final ObjectProvider<RecurringTask<?>> jobs;

    DueJobs(ObjectProvider<SchedulerClient> scheduler, ObjectProvider<RecurringTask<?>> jobs) {
        this.scheduler = scheduler;
        this.jobs = jobs;
    }

    void runSoon() {
        scheduler.ifAvailable(client -> jobs.forEach(job -> {
            try {
                client.reschedule(
                        job.getDefaultTaskInstance(), Clock.systemUTC().instant());
            } catch (TaskInstanceException runningJustNow) {
                // It looks at the clock as it goes, or comes round soon enough.
            }
        }));
    }
}
