package org.ambassadorportal.demo;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** One PostgreSQL for all tests of a run, with the two roles of production. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    private static final class Server {
        static final LocalDatabase ONE = LocalDatabase.forOneRun();
    }

    /** The address of the server, for tests that look at it from outside the application. */
    public static String url() {
        return Server.ONE.url();
    }

    /** The role that owns the tables; its password is the same word. */
    public static String owner() {
        return LocalDatabase.OWNER;
    }

    @Bean
    JdbcConnectionDetails applicationConnection() {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return url();
            }

            @Override
            public String getUsername() {
                return LocalDatabase.APPLICATION;
            }

            @Override
            public String getPassword() {
                return LocalDatabase.APPLICATION;
            }
        };
    }

    @Bean
    FlywayConnectionDetails ownerConnection() {
        return new FlywayConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return url();
            }

            @Override
            public String getUsername() {
                return LocalDatabase.OWNER;
            }

            @Override
            public String getPassword() {
                return LocalDatabase.OWNER;
            }
        };
    }
}
