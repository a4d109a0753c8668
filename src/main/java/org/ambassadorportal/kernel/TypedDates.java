package org.ambassadorportal.kernel;

import java.text.ParseException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.Formatter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Reads days and times of forms as people type them where the browser has no date field: 10/15/2026, Oct 15, 2026,
 * 4:20 pm, 4 pm, 16:20. What browsers' own fields send is read first, and is what goes back into the field.
 */
@Configuration(proxyBeanMethods = false)
class TypedDates implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addFormatterForFieldType(
                LocalDate.class,
                new Typed<>(
                        LocalDate::from,
                        LocalDate.class,
                        "uuuu-MM-dd",
                        "M/d/uuuu",
                        "MMM d[','] uuuu",
                        "MMMM d[','] uuuu",
                        "EEEE, MMMM d, uuuu"));
        registry.addFormatterForFieldType(
                LocalTime.class,
                new Typed<>(
                        LocalTime::from, LocalTime.class, "HH:mm", "H:mm", "HH:mm:ss", "h:mm a", "h:mma", "h a", "ha"));
    }

    /** One kind of value, in the shapes people give it. */
    private static final class Typed<T> implements Formatter<T> {

        private final TemporalQuery<T> reader;
        private final Class<T> type;
        private final List<DateTimeFormatter> shapes;

        Typed(TemporalQuery<T> reader, Class<T> type, String... shapes) {
            this.reader = reader;
            this.type = type;
            this.shapes = Stream.of(shapes).map(Typed::shape).toList();
        }

        private static DateTimeFormatter shape(String pattern) {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern)
                    .toFormatter(Locale.US)
                    .withResolverStyle(ResolverStyle.STRICT);
        }

        @Override
        public T parse(String text, Locale locale) throws ParseException {
            var typed = text.strip().replaceAll("[\\s\\u00a0\\u202f]+", " ").replace(".", "");
            return shapes.stream()
                    .flatMap(shape -> read(shape, typed).stream())
                    .findFirst()
                    .orElseThrow(() -> new ParseException("no " + type.getSimpleName() + " in any known shape", 0));
        }

        private Optional<T> read(DateTimeFormatter shape, String typed) {
            try {
                return Optional.of(shape.parse(typed, reader));
            } catch (DateTimeException anotherShape) {
                return Optional.empty();
            }
        }

        @Override
        public String print(T value, Locale locale) {
            return value instanceof LocalTime time
                    ? time.format(DateTimeFormatter.ofPattern("HH:mm", Locale.US))
                    : String.valueOf(value);
        }
    }
}
