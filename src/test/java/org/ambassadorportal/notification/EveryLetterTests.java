package org.ambassadorportal.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.Samples;
import org.ambassadorportal.identity.Mailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;

/** Goes through everything the house may mail, so that no letter is without its words. */
@PortalTest
class EveryLetterTests {

    private static final List<String> PARTS = List.of("subject", "heading", "text", "button");

    /** As many as the longest enum of an event may have values. */
    private static final int VARIANTS = 12;

    @Autowired
    MessageSource messages;

    @Value("${spring.messages.basename}")
    List<String> files;

    static Stream<Class<?>> mailed() {
        return Samples.recordsOf(Mailed.class);
    }

    @ParameterizedTest
    @MethodSource("mailed")
    void hasAllItsWords(Class<?> type) {
        var missing = new TreeSet<String>();
        for (int variant = 0; variant < VARIANTS; variant++) {
            for (var letter : ((Mailed) Samples.make(type, variant)).letters()) {
                // What an event was given instead of making it is the sample's text.
                var given = List.of(Samples.TEXT);
                for (var part : PARTS) {
                    if (!given.contains(letter.key())) require("mail." + letter.key() + "." + part, missing);
                }
                if (letter.second() != null && !given.contains(letter.key()))
                    require("mail." + letter.key() + ".second", missing);
                for (var fact : letter.facts().keySet()) {
                    if (!given.contains(fact)) require("mail.fact." + fact, missing);
                }
                if (!given.contains(letter.path()))
                    assertThat(letter.path()).startsWith("/").doesNotContain("//");
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void whatHasASubjectHasAllOtherPartsToo() {
        var missing = new TreeSet<String>();
        for (var file : files) {
            if (getClass().getResource("/" + file + ".properties") == null) continue;
            for (var key : ResourceBundle.getBundle(file.replace('/', '.'), Locale.ROOT)
                    .keySet()) {
                if (!key.matches("mail\\..+\\.(subject|heading|text|button)")) continue;
                var letter = key.substring(0, key.lastIndexOf('.'));
                for (var part : PARTS) require(letter + "." + part, missing);
            }
        }
        assertThat(missing).isEmpty();
    }

    private void require(String key, TreeSet<String> missing) {
        if (messages.getMessage(key, null, null, Locale.US) == null) missing.add(key);
    }
}
