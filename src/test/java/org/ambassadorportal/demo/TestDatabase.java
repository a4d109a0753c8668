package org.ambassadorportal.demo;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** One PostgreSQL for all tests of a run, with the two roles of production. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    private static final String NAME = "tests";

    private static final class Server {
        static final LocalDatabase ONE = LocalDatabase.forOneRun();
    }

    /** The address of the database, for tests that look at it from outside the application. */
    public static String url() {
        return url(NAME);
    }

    /** The address of a database of this name on the one server; it is made when it is first asked for. */
    public static synchronized String url(String database) {
        Server.ONE.make(database);
        return Server.ONE.url(database);
    }

    /** The role that owns the tables; its password is the same word. */
    public static String owner() {
        return LocalDatabase.OWNER;
    }

    /** The role of the application; its password is the same word. */
    public static String application() {
        return LocalDatabase.APPLICATION;
    }

    @Bean
    JdbcConnectionDetails applicationConnection() {
        return connection(NAME, LocalDatabase.APPLICATION);
    }

    @Bean
    FlywayConnectionDetails ownerConnection() {
        return migration(NAME);
    }

    static JdbcConnectionDetails connection(String database, String role) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return url(database);
            }

            @Override
            public String getUsername() {
                return role;
            }

            @Override
            public String getPassword() {
                return role;
            }
        };
    }

    static FlywayConnectionDetails migration(String database) {
        return new FlywayConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return url(database);
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
