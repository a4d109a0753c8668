package org.ambassadorportal.social;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ambassadorportal.social.Problem.Kind;
import org.junit.jupiter.api.Test;

/** The two files of real accounts: identifiers that are all valid, and an audit as dirty as real data is. */
class RealAddressesTests {

    private static final Map<String, Platform> COLUMNS = Map.of(
            "twitter", Platform.X,
            "facebook", Platform.FACEBOOK,
            "instagram", Platform.INSTAGRAM,
            "youtube", Platform.YOUTUBE,
            "youtube_id", Platform.YOUTUBE,
            "mastodon", Platform.MASTODON);

    @Test
    void understandsEveryIdentifierOfCongress() {
        List<NamedCsvRecord> rows = read("/data/congress-social-media.csv");

        List<String> wrong = rows.stream()
                .map(row -> problem(SocialProfile.parse(platform(row), row.getField("identifier"))))
                .flatMap(Optional::stream)
                .toList();

        assertThat(rows).hasSize(1899);
        assertThat(wrong).isEmpty();
    }

    @Test
    void findsOneAccountPerIdentifierOfCongress() {
        Map<String, List<String>> owners = read("/data/congress-social-media.csv").stream()
                .collect(Collectors.groupingBy(
                        row -> Readings.understood(SocialProfile.parse(platform(row), row.getField("identifier")))
                                .uniqueKey(),
                        Collectors.mapping(row -> row.getField("owner"), Collectors.toList())));

        // One page is in the file twice, with and without capitals.
        assertThat(owners).hasSize(1898);
        assertThat(owners.get("facebook:rogermarshallmd")).hasSize(2);
    }

    @Test
    void understandsEveryIdOfAChannelAsOne() {
        assertThat(read("/data/congress-social-media.csv"))
                .filteredOn(row -> row.getField("platform").equals("youtube_id"))
                .hasSize(228)
                .allSatisfy(row -> assertThat(Readings.understood(SocialProfile.parse(row.getField("identifier")))
                                .stableId())
                        .contains(row.getField("identifier")));
    }

    @Test
    void understandsTheAddressesOfNewYorkAndNamesEachKindItDoesNot() throws IOException {
        Map<String, Tally> tallies = new TreeMap<>();
        for (NamedCsvRecord row : read("/data/nyc-social-media-usage.csv")) {
            String url = row.getField("Url").strip();
            if (!url.isEmpty()) {
                String name = row.getField("Platform");
                String label = Platform.named(name).map(Platform::label).orElse(name + " (not a platform here)");
                tallies.computeIfAbsent(label, Tally::new).count(url);
            }
        }
        String report = tallies.values().stream().map(Tally::toString).collect(Collectors.joining("\n"));
        Files.writeString(Path.of("target/nyc-addresses.txt"), report);
        System.out.println(report);

        assertThat(understood(tallies, "X")).isEqualTo(1400);
        assertThat(understood(tallies, "Facebook")).isGreaterThanOrEqualTo(1660);
        assertThat(understood(tallies, "YouTube")).isEqualTo(660);
        assertThat(understood(tallies, "Tumblr")).isEqualTo(420);
        assertThat(understood(tallies, "Flickr")).isGreaterThanOrEqualTo(400);
        assertThat(understood(tallies, "LinkedIn")).isGreaterThanOrEqualTo(180);
        assertThat(understood(tallies, "Pinterest")).isEqualTo(80);
        assertThat(understood(tallies, "Vimeo")).isEqualTo(20);
        assertThat(tallies.values().stream().mapToInt(tally -> tally.understood).sum())
                .isGreaterThanOrEqualTo(4820);
    }

    private static int understood(Map<String, Tally> tallies, String label) {
        return Objects.requireNonNull(tallies.get(label), label).understood;
    }

    private static Platform platform(NamedCsvRecord row) {
        return Objects.requireNonNull(COLUMNS.get(row.getField("platform")), row.toString());
    }

    private static Optional<String> problem(Reading reading) {
        return reading.problem().map(Problem::toString);
    }

    private static List<NamedCsvRecord> read(String resource) {
        var stream = Objects.requireNonNull(RealAddressesTests.class.getResourceAsStream(resource), resource);
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** How many addresses said to be of one platform are understood; the rest by kind, each with an example. */
    private static final class Tally {

        private final String label;
        private final Map<String, Integer> kinds = new TreeMap<>();
        private final Map<String, String> examples = new TreeMap<>();
        private int all;
        private int understood;

        Tally(String label) {
            this.label = label;
        }

        void count(String url) {
            all++;
            switch (SocialProfile.parse(url)) {
                case Reading.Understood(SocialProfile profile) -> {
                    understood++;
                    if (!profile.platform().label().equals(label)) {
                        note("understood, but on " + profile.platform().label(), url);
                    }
                }
                case Reading.NotUnderstood(Problem problem) -> note(kind(problem), url);
            }
        }

        /** The kind; for unknown hosts also whose they are. */
        private static String kind(Problem problem) {
            String[] labels = problem.part().split("\\.", -1);
            boolean host = problem.kind() == Kind.UNKNOWN_PLATFORM && labels.length > 1;
            return problem.kind() + (host ? " " + labels[labels.length - 2] + "." + labels[labels.length - 1] : "");
        }

        private void note(String kind, String url) {
            kinds.merge(kind, 1, Integer::sum);
            examples.putIfAbsent(kind, url);
        }

        @Override
        public String toString() {
            return "%s: %d of %d understood%n".formatted(label, understood, all)
                    + kinds.entrySet().stream()
                            .map(kind -> "    %4d × %s, like %s%n"
                                    .formatted(kind.getValue(), kind.getKey(), examples.get(kind.getKey())))
                            .collect(Collectors.joining());
        }
    }
}
