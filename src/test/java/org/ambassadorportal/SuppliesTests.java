package org.ambassadorportal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Test
    void mavenRefusesWhatDoesNotMatchItsChecksum() throws IOException {
        assertThat(Files.readAllLines(Path.of(".mvn/maven.config"))).contains("--strict-checksums");
    }
}
