package org.ambassadorportal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.Samples;
import org.ambassadorportal.kernel.Happened;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes through the event types of the whole house, so that a new one cannot be forgotten. */
@PortalTest
class EveryEventTests {

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    static Stream<Class<?>> events() {
        return Samples.recordsOf(Happened.class);
    }

    @Test
    void thereAreEvents() {
        assertThat(events()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("events")
    void isARecordOfWhichTheTrailTakesARow(Class<?> type) {
        assertThat(type).isRecord();
        var event = (Happened) Samples.make(type, 0);
        transaction.executeWithoutResult(status -> trail.on(event));
        var entry = database.sql("select * from audit_entry where subject = ? order by seq desc limit 1")
                .param(event.subject())
                .query(Entry::read)
                .single();
        assertThat(entry.verb()).isEqualTo(event.verb()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(entry.at()).isEqualTo(event.at());
        assertThat(entry.fields()).isEqualTo(event.fields());
    }
}
