package org.ambassadorportal;

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

/**
 * Makes one of every kind of record, with something in each of its parts: for tests that go through all events of the
 * house.
 */
public final class Samples {

    /** What stands in each text. */
    public static final String TEXT = "text";

    private final int variant;

    private Samples(int variant) {
        this.variant = variant;
    }

    /** All records of the house, tests aside, that are of this type. */
    public static Stream<Class<?>> recordsOf(Class<?> type) {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.ambassadorportal")
                        .stream()
                        .filter(found -> found.isAssignableTo(type) && !found.isInterface())
                        .map(JavaClass::reflect);
    }

    /** A record of this type; each variant has other values of enums and booleans in it. */
    public static Object make(Class<?> type, int variant) {
        return new Samples(variant).make(type);
    }

    private Object make(Class<?> type) {
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

    private Object value(Type generic) {
        var type = (Class<?>) (generic instanceof ParameterizedType one ? one.getRawType() : generic);
        var of = generic instanceof ParameterizedType one ? one.getActualTypeArguments() : new Type[0];
        if (type == UUID.class) return UUID.randomUUID();
        if (type == String.class) return TEXT;
        if (type == Instant.class) return Instant.parse("2026-10-15T20:20:00Z");
        if (type == LocalDate.class) return LocalDate.of(2026, 10, 15);
        if (type == LocalTime.class) return LocalTime.NOON;
        if (type == LocalDateTime.class) return LocalDateTime.of(2026, 10, 15, 12, 0);
        if (type == ZoneId.class) return ZoneId.of("America/Detroit");
        if (type == Duration.class) return Duration.ofHours(1);
        if (type == boolean.class || type == Boolean.class) return variant % 2 == 0;
        if (type == int.class || type == Integer.class) return 1;
        if (type == long.class || type == Long.class) return 1L;
        if (type == double.class || type == Double.class) return 1.0;
        if (type == List.class) return List.of(value(of[0]));
        if (type == Set.class) return Set.of(value(of[0]));
        if (type == Map.class) return Map.of(value(of[0]), value(of[1]));
        if (type == Optional.class) return Optional.of(value(of[0]));
        if (type == byte[].class) return new byte[] {1};
        if (type.isEnum()) return type.getEnumConstants()[variant % type.getEnumConstants().length];
        if (type.isRecord()) return make(type);
        throw new AssertionError("What is a " + type + "?");
    }
}
