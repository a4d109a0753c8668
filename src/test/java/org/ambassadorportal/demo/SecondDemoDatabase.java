package org.ambassadorportal.demo;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** One more database, to be filled in a second time. */
@TestConfiguration(proxyBeanMethods = false)
class SecondDemoDatabase {

    private static final String NAME = "second";

    @Bean
    JdbcConnectionDetails applicationConnection() {
        return TestDatabase.connection(NAME, TestDatabase.application());
    }

    @Bean
    FlywayConnectionDetails ownerConnection() {
        return TestDatabase.migration(NAME);
    }
}
