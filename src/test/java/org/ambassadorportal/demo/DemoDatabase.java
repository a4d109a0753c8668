package org.ambassadorportal.demo;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A database with the demo in it, on the same server, for the tests that look at pages as people do. */
@TestConfiguration(proxyBeanMethods = false)
public class DemoDatabase {

    private static final String NAME = "gallery";

    @Bean
    JdbcConnectionDetails applicationConnection() {
        return TestDatabase.connection(NAME, TestDatabase.application());
    }

    @Bean
    FlywayConnectionDetails ownerConnection() {
        return TestDatabase.migration(NAME);
    }
}
