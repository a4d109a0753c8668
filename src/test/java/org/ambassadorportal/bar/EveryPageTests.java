package org.ambassadorportal.bar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ambassadorportal.DemoTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page that one can come to by pressing links, as each of the demo's people. */
@DemoTest
class EveryPageTests {

    /** What is shown where a text has no words. */
    private static final Pattern MISSING = Pattern.compile("\\?\\?[\\w.-]+\\?\\?");

    @SuppressWarnings("unused")
    private static final List<String> EVERYBODY = Tours.WHO;

    @Autowired
    Tours tours;

    @ParameterizedTest
    @FieldSource("EVERYBODY")
    void everyLinkLeadsSomewhereAndEveryTextIsThere(String who) throws IOException {
        var wrong = new ArrayList<String>();
        var seen = new ArrayList<String>();
        for (var stop : tours.of(who).stops()) {
            seen.add(
                    "%d %2d %-45s %s".formatted(stop.status(), stop.statements().size(), stop.kind(), stop.address()));
            if (stop.status() >= 400 || stop.pattern().equals("nothing"))
                wrong.add(stop.status() + " " + stop.address() + " linked on " + stop.from());
            var missing = MISSING.matcher(stop.isPage() ? stop.page().text() : "");
            if (missing.find()) wrong.add(missing.group() + " on " + stop.address());
        }
        Files.createDirectories(Path.of("target/tour"));
        Files.write(Path.of("target/tour/" + who + ".txt"), seen);
        assertThat(wrong).isEmpty();
    }
}
