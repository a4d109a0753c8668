package org.ambassadorportal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the portal is made of: known by name and exact version, and fetched with its checksum. */
class SuppliesTests {

    private static final Path BILL = Path.of("target/classes/META-INF/sbom/application.cdx.json");

    /** The bill is made in every build that may ask the repository; Maven skips it with {@code -o}, and CI never does. */
    @Test
    void theBuildMakesABillOfMaterialsWithExactVersions() throws IOException {
        if (System.getenv("CI") == null) assumeTrue(Files.exists(BILL), "Maven was offline and made no bill");
        var bill = JsonMapper.shared().readTree(Files.readString(BILL));
        assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(bill.path("metadata").path("component").path("name").asString())
                .isEqualTo("ambassador-portal");
        assertThat(bill.path("components")).hasSizeGreaterThan(80).allSatisfy(component -> {
            assertThat(component.path("version").asString())
                    .matches("\\d[\\w.+-]*")
                    .doesNotContain("SNAPSHOT");
            assertThat(component.path("purl").asString())
                    .startsWith("pkg:maven/")
                    .contains("@" + component.path("version").asString());
            assertThat(component.path("hashes")).isNotEmpty();
        });
        assertThat(bill.path("components").findValuesAsString("name"))
                .contains("spring-boot", "thymeleaf", "postgresql", "db-scheduler")
                .doesNotContain("playwright", "junit-jupiter-api", "archunit");
    }

    @Test
    void everyVersionInThePomIsExact() throws IOException {
        var versions =
                Pattern.compile("<([\\w.-]*version)>([^<]+)</\\1>").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(versions.results())
                .filteredOn(found -> !found.group(2).startsWith("${"))
                .isNotEmpty()
                // The JDK is the one that is there; everything that is fetched has one version.
                .filteredOn(found -> !found.group(2).equals("[21,26)"))
                .allMatch(found ->
                        found.group(2).matches("\\d[\\w.-]*") && !found.group(2).endsWith("SNAPSHOT"));
    }

    /**
     * Whatever a repository says about itself: a file of the class path that is not byte for byte the one that was taken
     * when its version was chosen fails here. After a change of versions the file of this run replaces the list.
     */
    @Test
    void everythingFetchedIsWhatWasFetchedWhenItsVersionWasChosen() throws Exception {
        var fetched = new TreeSet<String>();
        for (var entry : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator)) {
            var file = Path.of(entry);
            if (!entry.endsWith(".jar")) continue;
            var sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            fetched.add(file.getFileName() + " " + HexFormat.of().formatHex(sum));
        }
        Files.write(Path.of("target/checksums.txt"), fetched);
        var known = Files.readAllLines(Path.of("src/test/resources/checksums.txt"));
        assertThat(fetched)
                .as("not the files we know; target/checksums.txt has the list of this run")
                .filteredOn(line -> !known.contains(line))
                .isEmpty();
        assertThat(known)
                .as("no longer there; target/checksums.txt has the list of this run")
                .filteredOn(line -> !fetched.contains(line))
                .isEmpty();
    }
}
