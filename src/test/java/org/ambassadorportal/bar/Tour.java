package org.ambassadorportal.bar;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ambassadorportal.Statements;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * A walk through the whole portal by somebody who presses every link: which pages there are for them, with real
 * references in their addresses. Of pages that differ only in what they show, a few are opened.
 */
final class Tour {

    /** How many pages of one kind are opened, such as items of one kind at the desk. */
    private static final int EACH = 3;

    /** Of lists with filters, one for each set of filters, up to this many. */
    private static final int FILTERED = 8;

    private static final Set<String> IDS = Set.of("ref", "id", "slug", "token", "unit", "person", "file", "session");

    /**
     * A page that was opened.
     *
     * @param kind its mapping, "/desk/{kind}/{ref}" with the kind filled in
     * @param pattern its mapping as it stands in the table of routes
     * @param address where it was found
     * @param from the page that links to it
     * @param statements what it asked the database
     */
    record Stop(
            String kind,
            String pattern,
            String address,
            String from,
            int status,
            String type,
            String body,
            List<String> statements) {

        boolean isPage() {
            return type.startsWith(MediaType.TEXT_HTML_VALUE);
        }

        Document page() {
            return Jsoup.parse(body);
        }
    }

    private record Place(String kind, String pattern) {}

    private static final Map<String, Tour> WALKED = new ConcurrentHashMap<>();

    private final MockMvcTester browser;
    private final RequestMappingHandlerMapping mappings;
    private final @Nullable PersonRow who;
    private final List<Stop> stops = new ArrayList<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private final Map<String, Integer> opened = new HashMap<>();

    private Tour(MockMvcTester browser, RequestMappingHandlerMapping mappings, @Nullable PersonRow who) {
        this.browser = browser;
        this.mappings = mappings;
        this.who = who;
    }

    /** The walk of this person, or of somebody who is not signed in; it is made once for all tests. */
    static Tour of(String name, MockMvcTester browser, RequestMappingHandlerMapping mappings, @Nullable PersonRow who) {
        return WALKED.computeIfAbsent(name, first -> new Tour(browser, mappings, who).walk());
    }

    List<Stop> stops() {
        return stops;
    }

    Stream<Stop> pages() {
        return stops.stream().filter(Stop::isPage);
    }

    private Tour walk() {
        var ways = new ArrayDeque<String[]>();
        ways.add(new String[] {"/", ""});
        seen.add("/");
        while (!ways.isEmpty()) {
            var way = ways.remove();
            visit(way[0], way[1]).ifPresent(stop -> {
                stops.add(stop);
                if (!stop.isPage()) return;
                for (var link : links(stop.page())) {
                    if (seen.add(link)) ways.add(new String[] {link, stop.address()});
                }
            });
        }
        return this;
    }

    private Optional<Stop> visit(String address, String from) {
        var place = place(address);
        if (place == null || place.pattern().startsWith("/demo/")) return Optional.empty();
        if (!isWorthIt(place.kind(), address)) return Optional.empty();
        var answer = new AtomicReference<MockHttpServletResponse>();
        var statements = Statements.of(() -> answer.set(get(address)));
        var response = answer.get();
        try {
            var body = response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
            return Optional.of(new Stop(
                    place.kind(),
                    place.pattern(),
                    address,
                    from,
                    response.getStatus(),
                    String.valueOf(response.getContentType()),
                    body,
                    statements));
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private boolean isWorthIt(String kind, String address) {
        var filters = filters(address);
        if (filters.isEmpty()) return opened.merge(kind, 1, Integer::sum) <= EACH;
        return opened.merge(kind + "?" + filters, 1, Integer::sum) <= 1
                && opened.merge(kind + "?", 1, Integer::sum) <= FILTERED;
    }

    private static String filters(String address) {
        var query = URI.create(address).getRawQuery();
        if (query == null) return "";
        return Stream.of(query.split("&"))
                .map(pair -> pair.split("=", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    }

    MockHttpServletResponse get(String address) {
        var request = browser.get().uri(URI.create(address));
        if (who != null) request = request.with(TestPeople.as(who));
        return request.exchange().getResponse();
    }

    /** Where an address leads, or {@code null} where it leads to nothing of ours, such as a style sheet. */
    private @Nullable Place place(String address) {
        var request = new MockHttpServletRequest("GET", URI.create(address).getRawPath());
        request.setServletPath("");
        ServletRequestPathUtils.parseAndCache(request);
        try {
            if (mappings.getHandler(request) == null) return new Place(address, "nothing");
        } catch (Exception mappedForOthers) {
            return new Place(address, "nothing");
        }
        var pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        var kind = pattern;
        @SuppressWarnings("unchecked")
        var variables = (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        for (var variable : variables.entrySet()) {
            if (!IDS.contains(variable.getKey()))
                kind = kind.replace("{" + variable.getKey() + "}", variable.getValue());
        }
        return new Place(kind, pattern);
    }

    private static Set<String> links(Document page) {
        var links = new LinkedHashSet<String>();
        page.select("a[href]").forEach(link -> links.add(link.attr("href")));
        page.select("[hx-get]").forEach(part -> links.add(part.attr("hx-get")));
        page.select("form[method=get], form:not([method])").forEach(form -> links.add(form.attr("action")));
        page.select("img[src]").forEach(image -> links.add(image.attr("src")));
        return links.stream()
                .map(link -> link.split("#", 2)[0])
                .filter(link -> link.startsWith("/") && !link.startsWith("//"))
                .filter(link -> !link.matches("/(assets|webjars)/.*"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
