package org.ambassadorportal.bar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.RouteTable;
import org.ambassadorportal.RouteTable.Door;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.kernel.Cursor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Addresses as nobody types them: they open nothing that is shut, and break nothing. */
@PortalTest
class OddAddressTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestPeople people;

    private RequestPostProcessor staff;
    private RequestPostProcessor admin;

    @BeforeEach
    void somebody() {
        staff = TestPeople.as(people.staff());
        admin = TestPeople.as(people.admin());
    }

    @Test
    void spellingAnAddressDifferentlyOpensNothing() throws IOException {
        var wrong = new ArrayList<String>();
        for (var route : RouteTable.read().entrySet()) {
            if (route.getValue() == Door.ANYONE || !RouteTable.reads(route.getKey())) continue;
            boolean shutToStaff = route.getValue() != Door.STAFF;
            for (var spelling : spellings(RouteTable.addressOfNothing(route.getKey()))) {
                for (var method : List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS)) {
                    if (opens(ask(method, spelling, null))) wrong.add(method + " " + spelling + " opens to anyone");
                    if (shutToStaff && opens(ask(method, spelling, staff)))
                        wrong.add(method + " " + spelling + " opens to staff");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** The ways one address can be written that a filter and a handler may read differently. */
    private static List<String> spellings(String address) {
        int second = address.indexOf('/', 1);
        var first = second < 0 ? address : address.substring(0, second);
        var rest = second < 0 ? "" : address.substring(second);
        char begin = first.charAt(1);
        return List.of(
                address,
                address + "/",
                address + ";x=y",
                first + ";x" + rest,
                "/%2e" + address,
                "/" + address,
                address.toUpperCase(Locale.ROOT),
                "/%%%02x".formatted((int) begin).replace("%%", "%") + address.substring(2),
                address + ".html",
                address + "%20");
    }

    private static boolean opens(MockHttpServletResponse answer) {
        return answer.getStatus() < 300;
    }

    @Test
    void headDecidesAsGetDoes() throws IOException {
        var wrong = new ArrayList<String>();
        for (var route : RouteTable.read().keySet()) {
            if (!RouteTable.reads(route)) continue;
            var address = RouteTable.addressOfNothing(route);
            for (var who : Stream.of(null, admin).toList()) {
                int get = ask(HttpMethod.GET, address, who).getStatus();
                int head = ask(HttpMethod.HEAD, address, who).getStatus();
                if (get != head) wrong.add(address + ": GET " + get + ", HEAD " + head);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void idsThatCannotBeAreNotFound() throws IOException {
        var odd = List.of(
                "R-99999999999999999999",
                "-1",
                "99999999999999999999",
                "__$%7B7*7%7D__",
                "redirect:https:",
                "..%5c",
                "x".repeat(3_000));
        var wrong = new ArrayList<String>();
        for (var route : RouteTable.read().keySet()) {
            if (!route.contains("{")) continue;
            for (var id : RouteTable.reads(route) ? odd : odd.subList(0, 2)) {
                var answer = ask(RouteTable.method(route), RouteTable.addressWith(route, id), admin);
                boolean calm = Stream.of(400, 403, 404, 405, 409, 410, 422).anyMatch(it -> it == answer.getStatus())
                        || (answer.getStatus() / 100 == 3
                                && answer.getRedirectedUrl().startsWith("/"));
                if (!calm) wrong.add(route + " with " + id + ": " + answer.getStatus());
                if (body(answer).contains("49 ")) wrong.add(route + " with " + id + " was worked out");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void numbersInAddressesAreClampedOrRefused() throws IOException {
        var queries = List.of(
                "size=1e9&page=-1&limit=99999999999&offset=-5&after=" + "A".repeat(3_000),
                "after=LTE&before=MQ&from=9999999999-99-99&until=-1&version=99999999999999999999&year=-1&month=13&period=none&sort=no%27such&view=none&kind=none&status=none",
                "q=" + "%25%27%22%5C%20a".repeat(200),
                "after=" + Cursor.of(0, "+1000000000-01-01T00:00:00Z", 5).text(),
                "after=" + Cursor.of(1, "-0001-01-01T00:00:00Z", 5).text(),
                "unit=none&who=none&about=none&platform=none&language=none&topic=none&state=none&show=none&url=none&for=none");
        var broken = new TreeMap<String, Integer>();
        for (var route : RouteTable.read().keySet()) {
            if (!RouteTable.reads(route)) continue;
            for (var query : queries) {
                int status = ask(HttpMethod.GET, RouteTable.addressOfNothing(route) + "?" + query, admin)
                        .getStatus();
                if (status >= 500) broken.put(route + "?" + query, status);
            }
        }
        assertThat(broken).isEqualTo(Map.of());
    }

    private static String body(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse ask(HttpMethod method, String address, @Nullable RequestPostProcessor who) {
        var request = MockMvcRequestBuilders.request(method, URI.create(address));
        if (who != null) request.with(who);
        if (method == HttpMethod.POST)
            request.with(
                    org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf());
        return browser.perform(request).getResponse();
    }
}
