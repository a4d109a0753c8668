package org.ambassadorportal.identity;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.ambassadorportal.kernel.Submissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets what can no longer be used. */
@Configuration(proxyBeanMethods = false)
class SignInJobs {

    @Bean
    RecurringTask<Void> forgetSignIns(Tries tries, SignInLinks links, Submissions submissions) {
        return Tasks.recurring("forget-sign-ins", FixedDelay.ofHours(6))
                .execute((task, context) -> AsSystem.run(() -> {
                    tries.forgetOld();
                    links.forgetOld();
                    submissions.forgetOld();
                }));
    }
}
