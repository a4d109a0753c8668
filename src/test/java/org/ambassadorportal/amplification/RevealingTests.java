package org.ambassadorportal.amplification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.ambassadorportal.amplification.Revealing.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevealingTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 12);

    private static List<Revealing> in(String text) {
        return Revealing.in(text, TODAY, "734-764-2220");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MRN 0045-221",
                "Medical record number: 8841203",
                "patient ID 77",
                "seen as 12345678 in our clinic",
                "the record no. A-12"
            })
    void noticesARecordNumber(String text) {
        assertThat(in(text)).extracting(Revealing::kind).contains(Kind.RECORD_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "born on May 3, 1961",
                "DOB: 5/3/61",
                "a patient (03/14/1962) came",
                "1962-03-14",
                "March 14, 1962",
                "14 March 1962"
            })
    void noticesADateOfBirth(String text) {
        assertThat(in(text)).extracting(Revealing::kind).contains(Kind.BIRTH_DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Call 734-555-0199", "(734) 555-0199", "+1 734.555.0199", "7345550199"})
    void noticesAPhoneNumber(String text) {
        assertThat(in(text)).extracting(Revealing::kind).containsExactly(Kind.PHONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Our open day is on October 15, 2026 at 4:30 pm in room 4112",
                "See you on 11/02/2026, or call 734-764-2220",
                "A study of 1,267 accounts with a 52 percent decrease",
                "https://doi.org/10.1000/12345678",
                "Founded in 1850, rebuilt 1986",
                "Study NCT 2026-2030, 100000 people",
                ""
            })
    void leavesOrdinaryTextAlone(String text) {
        assertThat(in(text)).isEmpty();
    }

    @Test
    void namesEachPlaceOnceAsItStands() {
        assertThat(in("Call 734-555-0199. Again: 734-555-0199. MRN 12345678"))
                .containsExactly(
                        new Revealing(Kind.PHONE, "734-555-0199"), new Revealing(Kind.RECORD_NUMBER, "MRN 12345678"));
    }

    @Test
    void isQuickOnTheWorstText() {
        var worst = "1-".repeat(2000) + "(".repeat(2000) + "9 ".repeat(2000) + "mrn ".repeat(500);
        var began = System.nanoTime();
        in(worst);
        assertThat((System.nanoTime() - began) / 1_000_000).isLessThan(1000);
    }
}
