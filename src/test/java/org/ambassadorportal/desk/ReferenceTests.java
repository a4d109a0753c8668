package org.ambassadorportal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.ambassadorportal.kernel.NotFound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTests {

    @Test
    void readsWhatItWrites() {
        assertThat(Reference.of(new Reference(1042).toString())).isEqualTo(new Reference(1042));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1042", "r-1042", "R-0", "R--1", "R-1042 ", "R-99999999999999999999", "R-1e3", "new"})
    void anyOtherTextLeadsNowhere(String text) {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> Reference.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"R-1042", "r-1042", "r1042", "1042"})
    void aSearchFindsItHoweverItIsTyped(String text) {
        assertThat(Reference.typed(text)).contains(new Reference(1042));
    }
}
