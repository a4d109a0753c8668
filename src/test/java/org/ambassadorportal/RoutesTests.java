package org.ambassadorportal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ambassadorportal.identity.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address of the portal as everybody. The table {@code routes.txt} says who may use each; an address that is not
 * in it fails the build, so that nobody opens one without having thought about who may come in.
 */
@PortalTest
class RoutesTests {

    private static final Path TABLE = Path.of("src/test/resources/routes.txt");

    /** Who may use an address: each of these and those after it. */
    private enum Door {
        ANYONE,
        STAFF,
        COMMS,
        LEAD,
        ADMIN
    }

    @Autowired
    MockMvcTester browser;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    @Autowired
    TestPeople people;

    @Test
    void everyAddressStandsInTheTable() throws IOException {
        var written = new TreeMap<String, String>();
        for (var route : routes()) written.put(route, table().getOrDefault(route, "?"));
        Files.createDirectories(Path.of("target"));
        Files.write(
                Path.of("target/routes.txt"),
                written.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .toList());
        assertThat(table().keySet())
                .as("target/routes.txt has the present addresses")
                .isEqualTo(written.keySet());
    }

    @Test
    void everyAddressOpensToThoseInTheTableAndToNobodyElse() throws IOException {
        var wrong = new ArrayList<String>();
        for (var entry : table().entrySet()) {
            var door = Door.valueOf(entry.getValue());
            for (var role : EnumSet.allOf(Door.class)) {
                boolean may = role.compareTo(door) >= 0;
                int status = ask(entry.getKey(), role, true);
                boolean shut = role == Door.ANYONE ? status == 302 || status == 401 : status == 403;
                if (may && role != Door.ANYONE && (status == 401 || status == 403))
                    wrong.add(entry.getKey() + " is shut to " + role + ": " + status);
                if (!may && !shut) wrong.add(entry.getKey() + " is open to " + role + ": " + status);
                if (status >= 500) wrong.add(entry.getKey() + " breaks for " + role + ": " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothingIsChangedWithoutTheFormsToken() throws IOException {
        var wrong = new ArrayList<String>();
        for (var route : table().keySet()) {
            if (route.startsWith("GET ")) continue;
            int status = ask(route, Door.ADMIN, false);
            if (status != 403) wrong.add(route + " was answered " + status);
        }
        assertThat(wrong).isEmpty();
    }

    private int ask(String route, Door role, boolean withToken) {
        var parts = route.split(" ", 2);
        // A reference, an id and a name that nobody has: whoever may come in finds nothing, and that is no refusal.
        var path = parts[1].replaceAll("\\{ref(erence)?}", "R-999999")
                .replaceAll("\\{(id|file|version|unit|person|account|window)}", "00000000-0000-7000-8000-000000000000")
                .replaceAll("\\{[^}]+}", "nothing");
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.request(HttpMethod.valueOf(parts[0]), java.net.URI.create(path));
        if (role != Door.ANYONE) request.with(as(role));
        if (withToken && !parts[0].equals("GET")) request.with(csrf());
        return browser.perform(request).getResponse().getStatus();
    }

    private RequestPostProcessor as(Door role) {
        return TestPeople.as(
                switch (role) {
                    case STAFF -> people.staff();
                    case COMMS -> people.comms();
                    case LEAD -> people.lead();
                    case ADMIN -> people.admin();
                    case ANYONE -> throw new IllegalArgumentException();
                });
    }

    private Set<String> routes() {
        var routes = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            // The framework's own page of errors is no address of ours; where it is shown is tested by those who break
            // things.
            var owner = method.getBeanType().getName();
            if (owner.startsWith("org.ambassadorportal.") && !owner.startsWith("org.ambassadorportal.demo."))
                routes.addAll(routes(mapping));
        });
        return routes;
    }

    private static List<String> routes(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        var named = methods.isEmpty() ? Set.of(RequestMethod.GET) : methods;
        return mapping.getPatternValues().stream()
                .flatMap(pattern -> named.stream().map(method -> method + " " + pattern))
                .toList();
    }

    private static Map<String, String> table() throws IOException {
        var table = new TreeMap<String, String>();
        if (!Files.exists(TABLE)) return table;
        for (var line : Files.readAllLines(TABLE)) {
            if (line.isBlank() || line.startsWith("#")) continue;
            var parts = line.split(" ", 2);
            table.put(parts[1], parts[0]);
        }
        return table;
    }
}
