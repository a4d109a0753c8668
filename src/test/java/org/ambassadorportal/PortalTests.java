package org.ambassadorportal;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class PortalTests {

    @Autowired
    JdbcClient database;

    @Autowired
    Flyway flyway;

    /** What one module adds later has a smaller number than what another added before; see decisions.md. */
    @Test
    void aMigrationRunsOnADatabaseThatHasOnesWithHigherNumbers() {
        assertThat(flyway.getConfiguration().isOutOfOrder()).isTrue();
    }

    @Test
    void startsOnPostgres18AsARoleThatMayNotChangeTables() {
        assertThat(database.sql("select current_setting('server_version')")
                        .query(String.class)
                        .single())
                .startsWith("18.");
        assertThat(database.sql("select has_schema_privilege(current_user, 'public', 'CREATE')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }
}
