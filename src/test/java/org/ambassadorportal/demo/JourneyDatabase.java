package org.ambassadorportal.demo;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A demo of their own for the journeys: they enroll people and move the clock, and others count what is there. */
@TestConfiguration(proxyBeanMethods = false)
public class JourneyDatabase {

    private static final String NAME = "journeys";

    @Bean
    JdbcConnectionDetails applicationConnection() {
        return TestDatabase.connection(NAME, TestDatabase.application());
    }

    @Bean
    FlywayConnectionDetails ownerConnection() {
        return TestDatabase.migration(NAME);
    }
}
