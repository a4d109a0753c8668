package org.ambassadorportal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.format.support.DefaultFormattingConversionService;

class TypedDatesTests {

    private final DefaultFormattingConversionService conversion = new DefaultFormattingConversionService();

    @BeforeEach
    void register() {
        new TypedDates().addFormatters(conversion);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-15",
                "10/15/2026",
                "Oct 15, 2026",
                "oct. 15 2026",
                "October 15, 2026",
                " Thursday, October 15, 2026 "
            })
    void readsADayAsPeopleTypeIt(String typed) {
        assertThat(conversion.convert(typed, LocalDate.class)).isEqualTo(LocalDate.of(2026, 10, 15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"16:20", "4:20 pm", "4:20 p.m.", "4:20PM", "16:20:00"})
    void readsATimeAsPeopleTypeIt(String typed) {
        assertThat(conversion.convert(typed, LocalTime.class)).isEqualTo(LocalTime.of(16, 20));
    }

    @Test
    void readsAFullHour() {
        assertThat(conversion.convert("4 pm", LocalTime.class)).isEqualTo(LocalTime.of(16, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "13/45/2026", "tomorrow", "1", "15.10.26"})
    void refusesWhatIsNoDay(String typed) {
        assertThatThrownBy(() -> conversion.convert(typed, LocalDate.class))
                .isInstanceOf(ConversionFailedException.class);
    }

    @Test
    void writesWhatTheFieldsOfBrowsersUnderstand() {
        assertThat(conversion.convert(LocalDate.of(2026, 10, 5), String.class)).isEqualTo("2026-10-05");
        assertThat(conversion.convert(LocalTime.of(9, 5), String.class)).isEqualTo("09:05");
        assertThat(conversion.convert("", LocalDate.class)).isNull();
    }
}
