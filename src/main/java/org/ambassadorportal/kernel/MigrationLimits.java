package org.ambassadorportal.kernel;

import java.util.Properties;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;
import org.springframework.stereotype.Component;

/**
 * The time limits of migrations. They have a connection of their own, so the seconds that a page may take do not hold
 * for them; but a server that accepts a connection and then says nothing must not hang a start for ever either.
 */
@Component
class MigrationLimits implements FlywayConfigurationCustomizer {

    @Override
    public void customize(FluentConfiguration flyway) {
        if (!(flyway.getDataSource() instanceof AbstractDriverBasedDataSource own)) return;
        var limits = new Properties();
        limits.setProperty("connectTimeout", "5");
        limits.setProperty("loginTimeout", "10");
        limits.setProperty("socketTimeout", "900");
        limits.setProperty("tcpKeepAlive", "true");
        limits.setProperty("ApplicationName", "ambassador-portal-migration");
        limits.setProperty("options", "-c statement_timeout=14min -c lock_timeout=1min");
        own.setConnectionProperties(limits);
    }
}
