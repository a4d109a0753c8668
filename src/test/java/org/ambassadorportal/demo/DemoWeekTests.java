package org.ambassadorportal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.ambassadorportal.organization.When;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.annotation.Transactional;

/**
 * The demo can be filled in on every day of the week and at every hour, because its year is counted back from now: what
 * lay in the week before on a Wednesday lies over the weekend on a Tuesday.
 */
@SpringBootTest(properties = "portal.demo.fill=false")
@ActiveProfiles({"test", "local"})
@Import(DemoWeekTests.Empty.class)
class DemoWeekTests {

    @TestConfiguration(proxyBeanMethods = false)
    static class Empty {

        @Bean
        JdbcConnectionDetails applicationConnection() {
            return TestDatabase.connection("week", TestDatabase.application());
        }

        @Bean
        FlywayConnectionDetails ownerConnection() {
            return TestDatabase.migration("week");
        }
    }

    /** Before anybody works, in the morning, in the middle of the day and at night: one of them for each day. */
    private static final List<LocalTime> HOURS =
            List.of(LocalTime.of(0, 4), LocalTime.of(8, 15), LocalTime.of(13, 0), LocalTime.of(21, 30));

    private record Start(LocalDate day, LocalTime hour) {}

    @Autowired
    DemoFill fill;

    @Autowired
    JdbcClient database;

    @Autowired
    When when;

    static List<Start> starts() {
        var starts = new ArrayList<Start>();
        var yesterday = LocalDate.now().minusDays(1);
        for (int ago = 0; ago < 7; ago++) {
            starts.add(new Start(yesterday.minusDays(ago), HOURS.get(ago % HOURS.size())));
        }
        return starts;
    }

    @ParameterizedTest
    @MethodSource("starts")
    @Transactional
    void theYearCanEndOnAnyDayAtAnyHour(Start start) {
        fill.fill(start.day().atTime(start.hour()).atZone(when.zone()).toInstant());

        assertThat(database.sql("select count(*) from desk_item")
                        .query(Integer.class)
                        .single())
                .isBetween(150, 260);
    }
}
