package org.ambassadorportal.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.ambassadorportal.identity.AsSystem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs that check the chain and forget network addresses in time. */
@Configuration(proxyBeanMethods = false)
class AuditJobs {

    @Bean
    RecurringTask<Void> checkAudit(AuditChain chain, AuditSettings settings) {
        return Tasks.recurring("check-audit", FixedDelay.of(settings.checkEvery()))
                .execute((task, context) -> AsSystem.run(chain::verify));
    }

    @Bean
    RecurringTask<Void> forgetAddresses(Trail trail, AuditSettings settings, Clock clock) {
        return Tasks.recurring("forget-audit-addresses", FixedDelay.ofHours(24))
                .execute((task, context) ->
                        AsSystem.run(() -> trail.forgetAddresses(clock.instant().minus(settings.keepAddresses()))));
    }
}
