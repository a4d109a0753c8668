package org.ambassadorportal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ambassadorportal.PortalTest;
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
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.ambassadorportal")
                        .stream()
                        .filter(type -> type.isAssignableTo(Happened.class) && !type.isInterface())
                        .map(JavaClass::reflect);
    }

    @Test
    void thereAreEvents() {
        assertThat(events()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("events")
    void isARecordOfWhichTheTrailTakesARow(Class<?> type) {
        assertThat(type).isRecord();
        var event = (Happened) make(type);
        transaction.executeWithoutResult(status -> trail.on(event));
        var entry = database.sql("select * from audit_entry where subject = ? order by seq desc limit 1")
                .param(event.subject())
                .query(Entry::read)
                .single();
        assertThat(entry.verb()).isEqualTo(event.verb()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(entry.at()).isEqualTo(event.at());
        assertThat(entry.fields()).isEqualTo(event.fields());
    }

    /** A record with something in each of its components. */
    private static Object make(Class<?> type) {
        try {
            var components = type.getRecordComponents();
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(components)
                    .map(part -> value(part.getGenericType()))
                    .toArray());
        } catch (ReflectiveOperationException cannot) {
            throw new AssertionError("No " + type + " could be made", cannot);
        }
    }

    private static Object value(Type generic) {
        var type = (Class<?>) (generic instanceof ParameterizedType one ? one.getRawType() : generic);
        if (type == UUID.class) return UUID.randomUUID();
        if (type == String.class) return "text";
        if (type == Instant.class) return Instant.parse("2026-10-15T20:20:00Z");
        if (type == LocalDate.class) return LocalDate.of(2026, 10, 15);
        if (type == LocalTime.class) return LocalTime.NOON;
        if (type == LocalDateTime.class) return LocalDateTime.of(2026, 10, 15, 12, 0);
        if (type == ZoneId.class) return ZoneId.of("America/Detroit");
        if (type == Duration.class) return Duration.ofHours(1);
        if (type == boolean.class || type == Boolean.class) return true;
        if (type == int.class || type == Integer.class) return 1;
        if (type == long.class || type == Long.class) return 1L;
        if (type == double.class || type == Double.class) return 1.0;
        if (type == List.class) return List.of();
        if (type == Set.class) return Set.of();
        if (type == Map.class) return Map.of();
        if (type == Optional.class) return Optional.empty();
        if (type == byte[].class) return new byte[] {1};
        if (type.isEnum()) return type.getEnumConstants()[0];
        if (type.isRecord()) return make(type);
        throw new AssertionError("What is a " + type + "?");
    }
}
