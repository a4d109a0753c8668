package org.ambassadorportal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class PortalTests {

    @Autowired
    JdbcClient database;

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
