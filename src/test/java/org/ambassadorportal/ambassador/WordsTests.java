package org.ambassadorportal.ambassador;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {

    @Test
    void aListIsReadFromCommasAndLinesWithoutRepetitions() {
        assertThat(Words.list(" sepsis,  Emergency   care\n sepsis;SEPSIS ,, Étude"))
                .containsExactly("sepsis", "Emergency care", "Étude");
        assertThat(Words.list(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sepsis after surgery,sepsis,[sepsis] after surgery",
        "Sepsis after surgery,SEPS,[Sepsis] after surgery",
        "antibiotics,antibiotic,[antibiotics]",
        "statistics for clinicians,statistical,[statistics] for clinicians",
        "Santé publique,sante,[Santé] publique",
        "nursing research,nurse,nursing research",
        "asepsis,sepsis,asepsis",
    })
    void marksTheWordsThatWereFound(String text, String asked, String marked) {
        assertThat(Words.mark(text, Words.asked(asked)).stream()
                        .map(piece -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
                        .collect(Collectors.joining()))
                .isEqualTo(marked);
    }

    @ParameterizedTest
    @CsvSource({
        "Amara Example,amara-example",
        "'  José  Ñúñez-Müller ',jose-nunez-muller",
        "Siobhán O’Brien,siobhan-obrien",
        "Søren Kierkegaard Łukasz,soren-kierkegaard-lukasz",
        "'Dr. Wei, Li',dr-wei-li",
    })
    void anAddressIsMadeOfPlainLetters(String name, String slug) {
        assertThat(PageAddresses.of(name)).isEqualTo(slug);
    }

    @Test
    void aNameInAnotherScriptGetsAnAddressThatSaysNothing() {
        assertThat(PageAddresses.of("李小龍")).matches("ambassador-[0-9a-f]{8}");
    }
}
