package org.ambassadorportal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.ambassadorportal.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The jobs on a real scheduler; in all other tests it stands still. */
@PortalTest
class JobsTests {

    @Autowired
    DataSource source;

    @Autowired
    JdbcClient database;

    @Autowired
    List<RecurringTask<?>> jobs;

    @Test
    void everyJobRunsAndSucceeds() {
        database.sql("delete from scheduled_tasks").update();
        var scheduler = Scheduler.create(source)
                .startTasks(jobs)
                .threads(2)
                .pollingInterval(Duration.ofMillis(100))
                .build();
        scheduler.start();
        try {
            // Jobs that wait for a time of day are called now.
            database.sql("update scheduled_tasks set execution_time = now()").update();
            for (int waited = 0; waited < 300 && !waiting().isEmpty(); waited++) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            assertThat(waiting()).isEmpty();
        } finally {
            scheduler.stop();
            database.sql("delete from scheduled_tasks").update();
        }
    }

    private List<String> waiting() {
        return database.sql("select task_name from scheduled_tasks where last_success is null order by task_name")
                .query(String.class)
                .list();
    }
}
