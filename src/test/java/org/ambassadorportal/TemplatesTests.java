package org.ambassadorportal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;

/** Reads the templates and the message files themselves. */
class TemplatesTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)[}(]");

    @Test
    void noPageHasTextThatIsNotAMessage() {
        var found = new ArrayList<String>();
        templates()
                .filter(file -> !file.startsWith(RESOURCES.resolve("templates/mail")))
                .forEach(file -> {
                    var page = Jsoup.parse(read(file));
                    page.traverse((node, depth) -> {
                        if (node instanceof TextNode text && literal(text))
                            found.add(RESOURCES.relativize(file) + ": "
                                    + text.text().strip());
                    });
                });
        assertThat(found).isEmpty();
    }

    @Test
    void everyKeyThatAPageNamesExists() {
        var known = messages().keySet();
        var missing = new TreeSet<String>();
        templates().forEach(file -> {
            var matcher = KEY.matcher(read(file));
            while (matcher.find()) {
                if (!known.contains(matcher.group(1)))
                    missing.add(RESOURCES.relativize(file) + ": " + matcher.group(1));
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void noKeyStandsInTwoFiles() {
        var owner = new HashMap<String, String>();
        var twice = new TreeSet<String>();
        messageFiles()
                .forEach(file -> properties(file).stringPropertyNames().forEach(key -> {
                    var other = owner.put(key, file.getFileName().toString());
                    if (other != null) twice.add(key + " in " + other + " and " + file.getFileName());
                }));
        assertThat(twice).isEmpty();
    }

    @Test
    void noPageHasInlineScriptOrStyle() {
        var found = new ArrayList<String>();
        templates()
                .filter(file -> !file.startsWith(RESOURCES.resolve("templates/mail")))
                .forEach(file -> {
                    var page = Jsoup.parse(read(file));
                    for (Element element : page.getAllElements()) {
                        boolean script = element.tagName().equals("script")
                                && !element.data().isBlank();
                        boolean handler = element.attributes().asList().stream()
                                .anyMatch(attribute -> attribute.getKey().matches("on[a-z]+|hx-on.*"));
                        if (script
                                || handler
                                || element.tagName().equals("style")
                                || element.hasAttr("style")
                                || element.hasAttr("th:style"))
                            found.add(RESOURCES.relativize(file) + ": " + element.tagName());
                    }
                });
        assertThat(found).isEmpty();
    }

    @Test
    void noPageShowsTextUnescaped() {
        var found = templates()
                .filter(file -> read(file).contains("utext"))
                .map(file -> RESOURCES.relativize(file).toString().replace('\\', '/'))
                .sorted()
                .toList();
        // The text of a policy is Markdown of admins, what is written at the desk is Markdown of the team or plain
        // text:
        // rendered with HTML escaped and addresses checked.
        assertThat(found)
                .isSubsetOf(
                        "templates/desk/markup.html",
                        "templates/policy/policy.html",
                        "templates/policy/admin-draft.html",
                        "templates/policy/admin-edit.html",
                        "templates/ambassador/enroll-policies.html");
    }

    /** A text of a template counts as literal when it has letters, and nothing replaces it when the page is rendered. */
    private static boolean literal(TextNode text) {
        var words = text.text().replaceAll("\\[\\[.*?]]", "").strip();
        if (!words.matches("(?s).*\\p{L}{2,}.*")) return false;
        for (var parent = text.parent(); parent != null; parent = parent.parent()) {
            boolean replaced =
                    parent.hasAttr("th:replace") && !parent.nodeName().equals("html");
            boolean code =
                    parent.nodeName().equals("script") || parent.nodeName().equals("style");
            if (parent.hasAttr("th:text") || parent.hasAttr("th:utext") || replaced || code) return false;
        }
        return true;
    }

    private static Map<String, String> messages() {
        var all = new HashMap<String, String>();
        messageFiles().forEach(file -> {
            var read = properties(file);
            read.stringPropertyNames().forEach(key -> all.put(key, read.getProperty(key)));
        });
        return all;
    }

    private static List<Path> messageFiles() {
        try (var files = Files.list(RESOURCES.resolve("messages"))) {
            return files.sorted().toList();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static Properties properties(Path file) {
        var read = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            read.load(reader);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        return read;
    }

    private static Stream<Path> templates() {
        try (var files = Files.walk(RESOURCES.resolve("templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
