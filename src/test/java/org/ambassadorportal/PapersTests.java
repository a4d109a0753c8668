package org.ambassadorportal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the papers against the house, so that they stay true. */
class PapersTests {

    private static final Pattern SETTING = Pattern.compile("^\\| `(portal\\.[a-z.-]+)` \\|", Pattern.MULTILINE);
    private static final Pattern NAMED_TEST = Pattern.compile("`([A-Z]\\w*Tests)(?:#(\\w+))?`");

    @Test
    void theReadmeNamesEverySettingAndNoOther() throws IOException, ClassNotFoundException {
        var named = SETTING.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(Settings.names());
    }

    @Test
    void everyTestThatThePapersNameExists() throws IOException {
        for (var paper : new String[] {"README.md", "src/docs/bar.md", "src/docs/architecture.md"}) {
            var text = Files.readString(Path.of(paper));
            NAMED_TEST.matcher(text).results().forEach(found -> {
                var source = source(found.group(1));
                assertThat(source).as("%s names %s", paper, found.group(1)).isNotNull();
                if (found.group(2) != null)
                    assertThat(source).as("%s names %s", paper, found.group()).contains("void " + found.group(2) + "(");
            });
        }
    }

    @Test
    void everyDecisionsFileThatThePapersLinkExists() throws IOException {
        var links = Pattern.compile("]\\((?!https?:|#|mailto:)([^)#]+)[^)]*\\)");
        try (var docs = Files.walk(Path.of("src/docs"))) {
            var papers = docs.filter(file -> file.toString().endsWith(".md")).collect(Collectors.toList());
            papers.add(Path.of("README.md"));
            for (var paper : papers) {
                links.matcher(Files.readString(paper)).results().forEach(link -> {
                    var parent = paper.getParent() == null ? Path.of("") : paper.getParent();
                    assertThat(parent.resolve(link.group(1)))
                            .as("linked in %s", paper)
                            .exists();
                });
            }
        }
    }

    private static String source(String test) {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            var file = files.filter(path -> path.getFileName().toString().equals(test + ".java"))
                    .findFirst();
            return file.isEmpty() ? null : Files.readString(file.get());
        } catch (IOException cannot) {
            throw new java.io.UncheckedIOException(cannot);
        }
    }
}
