package org.ambassadorportal.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.ambassadorportal.social.Problem.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Whatever is pasted, there is an answer, and every refusal can be said in words that point at a part of the text. */
class NaughtyTextTests {

    private static Properties messages = new Properties();

    @BeforeAll
    static void loadMessages() throws Exception {
        messages = PropertiesLoaderUtils.loadProperties(
                new EncodedResource(new ClassPathResource("messages/social.properties"), StandardCharsets.UTF_8));
    }

    static Stream<String> naughty() {
        return Stream.of(
                "undefined",
                "null",
                "NaN",
                "\\",
                "\\\\",
                "/",
                "//",
                "///",
                "?",
                "#",
                "#!",
                "#!/",
                "@",
                "@@",
                "@@@",
                ":",
                "::",
                "://",
                "http://",
                "https://",
                "https:///",
                "https://?",
                "https://#",
                "https://@",
                "https://:80",
                "http:",
                "www.",
                "www..",
                ".",
                "..",
                "...",
                "a.",
                ".a",
                "x.com",
                "x.com?",
                "x.com#",
                "x.com/",
                "x.com//",
                "x.com/?",
                "x.com/#!",
                "x.com/@",
                "x.com/%",
                "x.com/%2",
                "x.com/%2F",
                "x.com/%40",
                "x.com/%2e%2e/foo",
                "x.com/%u0041",
                "x.com/%00",
                "https://x.com/%F0%9F%92%A9",
                "https://x.com:/foo",
                "https://x.com:99999/foo",
                "https://[::1]/@jane",
                "https://[::1",
                "https://]/@jane",
                "did:",
                "did:plc:",
                "did:web:",
                "at:",
                "at://",
                "acct:",
                "acct:@",
                "acct:@@",
                "mailto:",
                "@@a.test",
                "a@",
                "a@.",
                "@a@",
                "@a@.",
                "@a@b",
                "a@b@c.test",
                "@a@b@c.test",
                "a@@b.test",
                "facebook.com/profile.php?id=",
                "facebook.com/pages//",
                "facebook.com/people/a",
                "facebook.com/-1234567890",
                "facebook.com/.....",
                "facebook.com/99999999999999999999999",
                "linkedin.com/in",
                "linkedin.com/in/%20",
                "linkedin.com/posts/",
                "linkedin.com/posts/_",
                "linkedin.com/posts/_x",
                "youtube.com/@",
                "youtube.com/c/",
                "youtube.com/user/%20",
                "reddit.com/r",
                "reddit.com/u/",
                "tumblr.com/blog/view",
                ".tumblr.com",
                "tumblr.com",
                "..bsky.social",
                ".bsky.social",
                "bsky.social",
                "flickr.com/photos",
                "github.com/orgs",
                "instagram.com/_u",
                "snapchat.com/add",
                "whatsapp.com/channel",
                "chat.whatsapp.com",
                "1;DROP TABLE users",
                "' OR 1=1 -- 1",
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "${7*7}",
                "__${7*7}__",
                "[[${7*7}]]",
                "{{7*7}}",
                "%n%s%d",
                "{0} {1",
                "'{0}'",
                "../../etc/passwd",
                "C:\\Users",
                "file:///etc/passwd",
                "=1+1",
                "-1",
                "0x0",
                "1e309",
                "Ω≈ç√∫˜µ≤≥÷",
                "田中さんにあげて下さい",
                "ÅÍÎÏ˝ÓÔÒÚÆ☃",
                "🏳️‍🌈",
                "👩‍👩‍👧‍👦",
                "مُنَاقَشَةُ",
                "𝕥𝕙𝕖 𝕢𝕦𝕚𝕔𝕜",
                "Z̮̞̠͙͔ͅḀ̗̞͈̻̗L͎̗",
                "ﷺ",
                "ﬀ",
                "İ",
                "ſ",
                "K",
                "\u0000",
                "\u0007",
                "\u001B[31m",
                "\u2028",
                "\u2029",
                "\uFEFF",
                "\uFFFE",
                "\uFFFF",
                "\uD800",
                "\uDC00",
                "a\uDC00\uD800b",
                "\u202Etxet",
                "\u200D",
                "\u180E",
                "\u3164",
                "\u00AD",
                "x。com/foo",
                "ｘ．com/foo",
                "https://x.com\u2044foo",
                "https://x\u2024com/foo",
                "https://xn--/@a",
                "https://xn--a/@a",
                "https://xn--\u00FC.test/@a",
                "xn--" + "a".repeat(300) + ".test/@a",
                "@" + "a".repeat(499),
                "a.".repeat(250),
                "-".repeat(500),
                "%".repeat(500),
                "/".repeat(500),
                "@".repeat(500),
                "x.com/" + "%41".repeat(160),
                "https://" + "a.".repeat(200) + "test/@a",
                ",".repeat(400) + "x.com/a",
                "(".repeat(500));
    }

    @ParameterizedTest
    @MethodSource("naughty")
    void findsAnAnswer(String text) {
        answers(text);
    }

    @Test
    void findsAnAnswerForAnySequenceOfCharacters() {
        Random random = new Random(4);
        List<String> pieces = new ArrayList<>(naughty().toList());
        for (Platform platform : Platform.values()) {
            pieces.add(platform.example());
            pieces.add("https://www." + platform.example());
            pieces.add(platform.label() + ": @jane");
        }
        for (int i = 0; i < 4_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(4); j >= 0; j--) {
                String piece = pieces.get(random.nextInt(pieces.size()));
                int cut = random.nextInt(piece.length() + 1);
                text.append(random.nextBoolean() ? piece : piece.substring(cut));
                if (random.nextInt(3) == 0) {
                    text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
                }
            }
            answers(text.toString());
        }
    }

    @Test
    void takesNoLongerForTextsMadeToBeSlow() {
        List<String> slow = List.of(
                "a-".repeat(250),
                "-1".repeat(250),
                "facebook.com/" + "1-".repeat(240),
                "@" + "a.".repeat(249),
                "a:".repeat(250),
                "x.com/" + "a/".repeat(247),
                "www.".repeat(125),
                "%C3%".repeat(125),
                ",http:".repeat(83),
                "m.".repeat(240) + "x.com/foo");
        assertThat(slow).allSatisfy(text -> assertThat(quickestReading(text)).isLessThan(Duration.ofMillis(25)));
    }

    /** The quickest of several, so that a busy machine does not count. */
    private static Duration quickestReading(String text) {
        long quickest = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            SocialProfile.parse(text);
            SocialProfile.parse(Platform.FACEBOOK, text);
            quickest = Math.min(quickest, System.nanoTime() - start);
        }
        return Duration.ofNanos(quickest);
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsForEveryKindOfProblem(Kind kind) {
        String key = Problem.of(kind, "part").messageKey();

        assertThat(messages).containsKey(key);
        assertThat(messages.getProperty(key)).doesNotContain("'").endsWith(".");
    }

    @Test
    void saysWhatIsWrongWithTheStartPage() {
        Problem problem = Readings.problem(SocialProfile.parse("https://x.com/home"));

        assertThat(words(problem))
                .isEqualTo("“/home” is a page of X itself, not a profile. Open the profile and paste its address,"
                        + " like x.com/your_name.");
    }

    @Test
    void saysWhoseProfileWasMeant() {
        Problem problem = Readings.problem(SocialProfile.parse("https://x.com/jane/status/1"));

        assertThat(words(problem)).contains("“/status”", "Is the profile x.com/jane?");
    }

    @Test
    void namesASpace() {
        Problem problem = Readings.problem(SocialProfile.parse("https://www.linkedin.com/in/jane%20doe"));

        assertThat(words(problem)).startsWith("“[space]” cannot stand in a name on LinkedIn.");
    }

    @Test
    void namesWhatCannotBeSeen() {
        Problem problem = Readings.problem(SocialProfile.parse("https://x.com/ja\u200Bne"));

        assertThat(problem.part()).isEqualTo("\u200B");
        assertThat(words(problem)).contains("[U+200B]");
    }

    private static void answers(String text) {
        assertThatCode(() -> {
                    check(SocialProfile.parse(text), text);
                    for (Platform platform : Platform.values()) {
                        check(SocialProfile.parse(platform, text), text);
                    }
                })
                .as("answer for “%s”", Letters.visible(text))
                .doesNotThrowAnyException();
    }

    private static void check(Reading reading, String text) {
        switch (reading) {
            case Reading.Understood(SocialProfile profile) -> {
                assertThat(profile.url())
                        .startsWith("https://")
                        .matches("[!-~]+")
                        .doesNotContain("<", "\"", "\\");
                assertThat(SocialProfile.of(profile.platform(), profile.handle()))
                        .isEqualTo(profile);
            }
            case Reading.NotUnderstood(Problem problem) -> {
                String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
                assertThat(composed.contains(problem.part()) || text.contains("%") || text.contains(problem.part()))
                        .as("part “%s” of “%s”", problem.part(), text)
                        .isTrue();
                assertThat(problem.part().isEmpty()).isEqualTo(problem.kind() == Kind.EMPTY);
                assertThat(words(problem))
                        .doesNotContain("  ", "“”", " on .", " on ,", "[U+0000]x")
                        .matches("\\P{Cntrl}*");
            }
        }
    }

    private static String words(Problem problem) {
        String pattern = messages.getProperty(problem.messageKey());
        assertThat(pattern).as("words for %s", problem.messageKey()).isNotNull();
        return new MessageFormat(pattern, Locale.US).format(problem.arguments());
    }
}
