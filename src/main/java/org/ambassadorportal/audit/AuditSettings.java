package org.ambassadorportal.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the audit trail.
 *
 * @param keepAddresses how long network addresses are kept; the entries themselves stay
 * @param checkEvery how often the whole chain is checked
 */
@ConfigurationProperties("portal.audit")
record AuditSettings(
        @DefaultValue("30d") Duration keepAddresses,
        @DefaultValue("1h") Duration checkEvery) {}
