package org.ambassadorportal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import bare.BarePortal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.ambassadorportal.ServerTest;
import org.ambassadorportal.demo.TestDatabase;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.identity.Wire;
import org.ambassadorportal.organization.Organization;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Measures the desk over HTTP as a signed-in person of the team, with one connection and with 32, among a thousand, a
 * hundred thousand and a million items, and a bare page beside it; prints medians of three rounds:
 * {@code mvn verify -Pload -Dtest=DeskLoadTests}. Other sizes: {@code -Ddesk.load.sizes=1000,100000}; longer rounds:
 * {@code -Ddesk.load.requests=400}; {@code -Ddesk.load.hold=600} keeps the last database for as many seconds, to look at
 * its plans.
 */
@ServerTest
@Tag("load")
class DeskLoadTests {

    private static final String PASSWORD = "correct horse battery staple";
    private static final String SIZES = System.getProperty("desk.load.sizes", "1000,100000,1000000");
    private static final int REQUESTS = Integer.getInteger("desk.load.requests", 100);
    private static final int HOLD = Integer.getInteger("desk.load.hold", 0);
    private static final int ROUNDS = 3;
    private static final int MANY = 32;
    /** In place of a form: the item alone is asked for, as the list does when one chooses a row. */
    private static final String BESIDE = "beside";

    private static final String CEILING = "ceiling: bare page, twelve rows";

    /** What is sent; the answer must have {@code status}. */
    private record Ask(String address, String form, int status) {}

    /** Milliseconds of half and of 95 of 100 requests, and requests a second. */
    private record Figure(double p50, double p95, double perSecond) {}

    /** The same with one connection and with many. */
    private record Figures(Figure one, Figure many) {}

    private boolean warmed;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Organization organization;

    @Autowired
    private DeskSettings settings;

    @Test
    void thePagesOfTheDeskCostAboutTheSameHoweverManyItemsThereAre() throws Exception {
        var facts = organization.facts();
        var all = new LinkedHashMap<Integer, Map<String, Figures>>();
        try (var items = new ManyItems(
                        TestDatabase.url(),
                        TestDatabase.owner(),
                        new BusinessTime(facts.hours(), facts.zone()),
                        settings);
                var bare = bare(items)) {
            var cookies = signIn();
            int barePort =
                    ((ServletWebServerApplicationContext) bare).getWebServer().getPort();
            for (var size : SIZES.split(",")) {
                int many = Integer.parseInt(size.strip());
                long begun = System.nanoTime();
                items.fill(many);
                System.out.printf(
                        "%n%,d items with conversations, %,d of them waiting; filled in %d s%n",
                        many,
                        items.number("select count(*) from desk_item where status in ('NEW', 'OPEN', 'PENDING')"),
                        Duration.ofNanos(System.nanoTime() - begun).toSeconds());
                all.put(many, measure(items, cookies, barePort));
            }
            print(all);
            Thread.sleep(Duration.ofSeconds(HOLD));
        }
    }

    private Map<String, Figures> measure(ManyItems items, List<String> cookies, int barePort) throws Exception {
        var member = items.team().getFirst().id().value();
        var open = items.texts("""
                select 'R-' || reference from desk_item where kind = 'question' and status in ('NEW', 'OPEN')
                order by reference desc limit 500""");
        var twentieth = twentieth(cookies.getFirst());
        var chips = "/desk?kind=question&who=" + member + "&unit="
                + items.department().value();
        var pages = new LinkedHashMap<String, IntFunction<Ask>>();
        pages.put("queue, first page", at -> new Ask("/desk", "", 200));
        pages.put("queue, three chips", at -> new Ask(chips, "", 200));
        pages.put("all items, three chips", at -> new Ask(chips + "&view=all", "", 200));
        pages.put("queue, twentieth page", at -> new Ask(twentieth, "", 200));
        pages.put("item page", at -> new Ask("/desk/question/" + open.get(at % open.size()), "", 200));
        pages.put(
                "item opened beside its list",
                at -> new Ask("/desk/question/" + open.get(at % open.size()), BESIDE, 200));
        pages.put("search, rare word", at -> new Ask("/desk?view=all&q=" + ManyItems.RARE, "", 200));
        pages.put("search, common word", at -> new Ask("/desk?view=all&q=" + ManyItems.COMMON, "", 200));
        pages.put(
                "search, both", at -> new Ask("/desk?view=all&q=" + ManyItems.RARE + "+" + ManyItems.COMMON, "", 200));
        pages.put("search, common among open", at -> new Ask("/desk?q=" + ManyItems.COMMON, "", 200));
        // The JVM compiles what is asked for often; none of it is measured before that.
        for (int warm = 0; warm < (warmed ? 1 : 5); warm++) {
            round(barePort, List.of(""), MANY, REQUESTS * 8, new AtomicInteger(), at -> new Ask("/", "", 200), null);
            for (var page : pages.values()) round(port, cookies, MANY, REQUESTS * 2, new AtomicInteger(), page, null);
        }
        warmed = true;
        var figures = new LinkedHashMap<String, Figures>();
        figures.put(CEILING, figures(CEILING, barePort, List.of(""), at -> new Ask("/", "", 200)));
        for (var page : pages.entrySet())
            figures.put(page.getKey(), figures(page.getKey(), port, cookies, page.getValue()));
        saveTen(items, member);
        figures.put(
                "queue with ten saved views counted",
                figures("queue with ten saved views counted", port, cookies, at -> new Ask("/desk", "", 200)));
        items.run("delete from desk_view");
        var next = new AtomicInteger();
        figures.put("pulse of an open item", pulse(cookies, open));
        // Each item once: whoever answers one that somebody else has just answered is told so.
        var each = items.texts(
                "select 'R-' || reference from desk_item where kind = 'question' order by reference desc limit 5000");
        figures.put(
                "one reply posted",
                figures("one reply posted", port, cookies, at -> null, cookie -> reply(cookie, each, next)));
        return figures;
    }

    /** Ten views of one person, among them those that narrow little and one with a word. */
    private static void saveTen(ManyItems items, UUID member) throws SQLException {
        var filters = List.of(
                "kind=question",
                "kind=question&who=" + member,
                "priority=high",
                "due=late",
                "who=nobody&unit=" + items.department().value(),
                "view=all&kind=amplification",
                "view=all&who=" + member,
                "view=all&unit=" + items.department().value() + "&kind=consultation",
                "view=settled&tag=load+tag+1",
                "view=all&q=" + ManyItems.COMMON);
        for (var filter : filters) {
            items.run("insert into desk_view (id, owner_id, name, filter, shared) select gen_random_uuid(), id, 'View "
                    + filters.indexOf(filter) + "', '" + filter + "', false from person where name = 'Lena Load'");
        }
    }

    /** An open page asks what is new; nothing is. */
    private Figures pulse(List<String> cookies, List<String> open) throws Exception {
        var page = Jsoup.parse(send(port, cookies.getFirst(), new Ask("/desk/question/" + open.getFirst(), "", 200))
                .body());
        var token = page.selectFirst("main input[name=_csrf]").val();
        var form = encoded(Map.of(
                "_csrf",
                token,
                "seen",
                page.selectFirst(".queue-pane").attr("data-seen"),
                "shown",
                page.select(".queue-row .title").eachAttr("href").stream()
                        .map(it -> it.replaceAll("\\?.*|.*/", ""))
                        .collect(Collectors.joining(",")),
                "ref",
                open.getFirst(),
                "was",
                page.selectFirst("#item").attr("data-seen")));
        // One cookie for all, because the form's token belongs to it; the session is its own row either way.
        return figures("pulse of an open item", port, cookies.subList(0, 1), at -> new Ask("/desk/pulse", form, 204));
    }

    /** Opens an item and makes the form of its answer ready; only the sending is measured. */
    private Ask reply(String cookie, List<String> open, AtomicInteger next) {
        try {
            var reference = open.get(next.getAndIncrement() % open.size());
            var page = Jsoup.parse(send(port, cookie, new Ask("/desk/question/" + reference, "", 200))
                    .body());
            var form = page.selectFirst("form#composer");
            var fields = new LinkedHashMap<String, String>();
            for (var hidden : form.select("input[type=hidden]")) fields.put(hidden.attr("name"), hidden.val());
            fields.put("voice", "reply");
            fields.put("words", "Thank you. We looked into it, and this is how it is done: begin with one platform.");
            return new Ask(form.attr("action"), encoded(fields), 303);
        } catch (Exception cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String twentieth(String cookie) throws Exception {
        var address = "/desk?view=all";
        for (int page = 1; page < 20; page++) {
            var next = Jsoup.parse(send(port, cookie, new Ask(address, "", 200)).body())
                    .selectFirst("a[rel=next]");
            assertThat(next).as("page %d", page + 1).isNotNull();
            address = next.attr("href");
        }
        return address;
    }

    private Figures figures(String name, int where, List<String> cookies, IntFunction<Ask> ask) throws Exception {
        return figures(name, where, cookies, ask, null);
    }

    private Figures figures(
            String name,
            int where,
            List<String> cookies,
            IntFunction<Ask> ask,
            java.util.function.@org.jspecify.annotations.Nullable Function<String, Ask> prepared)
            throws Exception {
        var counter = new AtomicInteger();
        var one = new ArrayList<Figure>();
        var many = new ArrayList<Figure>();
        round(where, cookies, 1, Math.max(10, REQUESTS / 2), counter, ask, prepared);
        for (int round = 0; round < ROUNDS; round++) {
            one.add(round(where, cookies, 1, REQUESTS, counter, ask, prepared));
            many.add(round(where, cookies, MANY, REQUESTS * (prepared == null ? 4 : 2), counter, ask, prepared));
        }
        var figures = new Figures(median(one), median(many));
        System.out.printf(
                Locale.US,
                "  %-34s 1: %7.1f %7.1f   %d: %7.1f %7.1f  %7.1f/s%n",
                name,
                figures.one.p50,
                figures.one.p95,
                MANY,
                figures.many.p50,
                figures.many.p95,
                figures.many.perSecond);
        return figures;
    }

    private Figure round(
            int where,
            List<String> cookies,
            int connections,
            int requests,
            AtomicInteger counter,
            IntFunction<Ask> ask,
            java.util.function.@org.jspecify.annotations.Nullable Function<String, Ask> prepared)
            throws Exception {
        var work = new ArrayList<Callable<List<Long>>>();
        for (int connection = 0; connection < connections; connection++) {
            var cookie = cookies.get(connection % cookies.size());
            var own = new ArrayList<Ask>();
            int each = Math.max(1, requests / connections);
            for (int at = 0; at < each; at++) {
                own.add(prepared == null ? ask.apply(counter.getAndIncrement()) : prepared.apply(cookie));
            }
            work.add(() -> {
                var took = new ArrayList<Long>();
                for (var one : own) {
                    long begun = System.nanoTime();
                    send(where, cookie, one);
                    took.add(System.nanoTime() - begun);
                }
                return took;
            });
        }
        var took = new ArrayList<Long>();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            long begun = System.nanoTime();
            for (var one : threads.invokeAll(work)) took.addAll(one.get());
            double seconds = (System.nanoTime() - begun) / 1e9;
            var sorted = took.stream().sorted().toList();
            return new Figure(
                    sorted.get(sorted.size() / 2) / 1e6,
                    sorted.get(Math.min(sorted.size() - 1, sorted.size() * 95 / 100)) / 1e6,
                    sorted.size() / seconds);
        }
    }

    private static Figure median(List<Figure> rounds) {
        return new Figure(
                middle(rounds.stream().mapToDouble(Figure::p50).toArray()),
                middle(rounds.stream().mapToDouble(Figure::p95).toArray()),
                middle(rounds.stream().mapToDouble(Figure::perSecond).toArray()));
    }

    private static double middle(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private HttpResponse<String> send(int where, String cookie, Ask ask) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + where + ask.address))
                .header("Accept", "text/html");
        if (!cookie.isEmpty()) request.header("Cookie", cookie);
        if (ask.form.equals(BESIDE)) {
            request.header("HX-Request", "true").header("HX-Target", "item");
        } else if (!ask.form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(ask.form));
        }
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != ask.status)
            throw new AssertionError(ask.address + " answers " + answer.statusCode() + ": "
                    + Jsoup.parse(answer.body())
                            .select("main .item, .wrap")
                            .text()
                            .lines()
                            .limit(3)
                            .toList());
        return answer;
    }

    /** One person of the team, signed in as often as there are connections. */
    private List<String> signIn() {
        var person = people.comms("Lena Load");
        database.sql("update person set password = ? where id = ?")
                .params(passwords.encode(PASSWORD), person.id().value())
                .update();
        var cookies = new ArrayList<String>();
        for (int number = 0; number < MANY; number++) {
            var client = new Wire(port);
            assertThat(client.signIn(person.mail(), PASSWORD).status()).isEqualTo(303);
            client.get("/desk");
            cookies.add(client.cookies().entrySet().stream()
                    .map(one -> one.getKey() + "=" + one.getValue())
                    .collect(Collectors.joining("; ")));
        }
        return cookies;
    }

    private static org.springframework.context.ConfigurableApplicationContext bare(ManyItems items) throws Exception {
        items.run("""
                create table if not exists bare_row (id bigint primary key, title text not null, name text not null,
                    status text not null, received_at timestamptz not null)""");
        items.run("""
                insert into bare_row select n, 'A title of some words ' || n, 'Somebody ' || n, 'NEW', now()
                from generate_series(1, 12) n on conflict do nothing""");
        return BarePortal.start(TestDatabase.url(), TestDatabase.owner(), TestDatabase.owner());
    }

    /** The table of all sizes, and which of the aims are met. */
    private static void print(Map<Integer, Map<String, Figures>> all) {
        var sizes = new ArrayList<>(all.keySet());
        System.out.printf(
                "%nMedians of %d rounds; ms with one connection (p50 / p95), ms and requests a second with %d%n",
                ROUNDS, MANY);
        for (var name : all.get(sizes.getFirst()).keySet()) {
            for (int size : sizes) {
                var it = all.get(size).get(name);
                var ceiling = all.get(size).get(CEILING);
                System.out.printf(
                        Locale.US,
                        "%-34s %,10d | %7.1f / %7.1f | %7.1f / %7.1f | %7.1f/s | %.2f of the ceiling%n",
                        name,
                        size,
                        it.one.p50,
                        it.one.p95,
                        it.many.p50,
                        it.many.p95,
                        it.many.perSecond,
                        it.many.perSecond / ceiling.many.perSecond);
            }
        }
        var least = all.get(sizes.getFirst());
        var most = all.get(sizes.getLast());
        System.out.printf("%nAims%n");
        for (var name : least.keySet()) {
            double small = least.get(name).one.p50;
            double large = most.get(name).one.p50;
            aim(
                    String.format(
                            Locale.US,
                            "%s: %,d items cost at most 1.5 times %,d, or 20 ms more: %.1f and %.1f ms",
                            name,
                            sizes.getLast(),
                            sizes.getFirst(),
                            large,
                            small),
                    large <= 1.5 * small || large <= small + 20);
        }
        var middle = all.get(sizes.contains(100_000) ? Integer.valueOf(100_000) : sizes.getLast());
        ratio(middle, "queue, first page", 0.2);
        ratio(middle, "item page", 0.25);
        for (var name : most.keySet()) {
            if (!name.startsWith("search")) continue;
            double p95 = most.get(name).one.p95;
            aim(String.format(Locale.US, "%s: p95 under 150 ms: %.1f", name, p95), p95 < 150);
        }
    }

    private static void ratio(Map<String, Figures> figures, String name, double least) {
        double reached = figures.get(name).many.perSecond / figures.get(CEILING).many.perSecond;
        aim(String.format(Locale.US, "%s: at least %.2f of the ceiling: %.2f", name, least, reached), reached >= least);
    }

    private static void aim(String words, boolean met) {
        System.out.println((met ? "met     " : "MISSED  ") + words);
    }
}
