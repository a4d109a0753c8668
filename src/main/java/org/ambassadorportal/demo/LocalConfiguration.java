package org.ambassadorportal.demo;

import java.nio.file.Path;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The parts of the local profile that stand in for what production brings: database and clock. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
class LocalConfiguration {

    /** In a test the clock remembers nothing, and the database is the test's own. */
    @Configuration(proxyBeanMethods = false)
    @Profile("local & test")
    static class Tried {

        @Bean
        MovableClock clock() {
            return new MovableClock(null);
        }
    }

    /** The database inside, and what is kept beside it. */
    @Configuration(proxyBeanMethods = false)
    @Profile("local & !test")
    static class Inside {

        @Bean
        MovableClock clock(DemoSettings settings) {
            return new MovableClock(Path.of(settings.folder(), "clock"));
        }

        @Bean(destroyMethod = "close")
        LocalDatabase localDatabase(DemoSettings settings) {
            return LocalDatabase.in(Path.of(settings.folder()));
        }

        @Bean
        JdbcConnectionDetails applicationConnection(LocalDatabase database) {
            return new JdbcConnectionDetails() {
                @Override
                public String getJdbcUrl() {
                    return database.url();
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
        FlywayConnectionDetails ownerConnection(LocalDatabase database) {
            return new FlywayConnectionDetails() {
                @Override
                public String getJdbcUrl() {
                    return database.url();
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
}
