package org.ambassadorportal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ambassadorportal.RouteTable.Door;
import org.ambassadorportal.identity.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
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

    @Autowired
    MockMvcTester browser;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    @Autowired
    TestPeople people;

    private final Map<Door, RequestPostProcessor> signedIn = new EnumMap<>(Door.class);

    @Test
    void everyAddressStandsInTheTable() throws IOException {
        var written = new TreeMap<String, String>();
        var table = RouteTable.read();
        for (var route : routes())
            written.put(route, table.containsKey(route) ? table.get(route).name() : "?");
        Files.createDirectories(Path.of("target"));
        Files.write(
                Path.of("target/routes.txt"),
                written.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .toList());
        assertThat(table.keySet())
                .as("target/routes.txt has the present addresses")
                .isEqualTo(written.keySet());
    }

    @Test
    void everyAddressOpensToThoseInTheTableAndToNobodyElse() throws IOException {
        var wrong = new ArrayList<String>();
        for (var entry : RouteTable.read().entrySet()) {
            var door = entry.getValue();
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
        for (var route : RouteTable.read().keySet()) {
            if (RouteTable.reads(route)) continue;
            int status = ask(route, Door.ADMIN, false);
            if (status != 403) wrong.add(route + " was answered " + status);
        }
        assertThat(wrong).isEmpty();
    }

    private int ask(String route, Door role, boolean withToken) {
        // A reference, an id and a name that nobody has: whoever may come in finds nothing, and that is no refusal.
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(
                RouteTable.method(route), URI.create(RouteTable.addressOfNothing(route)));
        if (role != Door.ANYONE) request.with(signedIn.computeIfAbsent(role, this::as));
        if (withToken && !RouteTable.reads(route)) request.with(csrf());
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
}
