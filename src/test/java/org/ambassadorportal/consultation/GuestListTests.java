package org.ambassadorportal.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.validation.SimpleErrors;

class GuestListTests {

    @Test
    void readsNamesAddressesAndBoth() {
        var list = GuestList.read("""
                Ada Example

                ben@example.org
                Cleo Sample <cleo@example.org>,
                Dr. Dee O'Test (dee@example.org)
                """);
        assertThat(list.problems()).isEmpty();
        assertThat(list.guests())
                .containsExactly(
                        new Guest("Ada Example", null),
                        new Guest("ben@example.org", "ben@example.org"),
                        new Guest("Cleo Sample", "cleo@example.org"),
                        new Guest("Dr. Dee O'Test", "dee@example.org"));
    }

    @Test
    void takesNobodyTwice() {
        assertThat(GuestList.read("ada@example.org\nADA@example.org\nAda\nada").guests())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"foo@", "@example.org", "a b@example.org", "x@y", "Ada <nobody>@", "a@b.org, c@d.org", "<a@b.org"
            })
    void saysWhichLineIsNoAddress(String line) {
        var list = GuestList.read("Ada\n\n" + line);
        assertThat(list.guests()).containsExactly(new Guest("Ada", null));
        assertThat(list.problems()).containsExactly(new GuestList.Problem(3, line, "booking.guests.wrong"));
    }

    @Test
    void refusesWhatIsNoName() {
        assertThat(GuestList.read("---").problems())
                .containsExactly(new GuestList.Problem(1, "---", "booking.guests.nobody"));
        assertThat(GuestList.read("x".repeat(121)).problems()).hasSize(1);
    }

    @Test
    void refusesMoreThanTwenty() {
        var errors = new SimpleErrors(new WhatForm("", "", "", "", ""));
        var many = IntStream.rangeClosed(1, 21).mapToObj(n -> "Guest " + n).collect(Collectors.joining("\n"));
        GuestList.read(many).into(errors);
        assertThat(errors.getFieldErrors("guests")).hasSize(1);
    }
}
