package org.ambassadorportal.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.ambassadorportal.ServerTest;
import org.ambassadorportal.calendar.TestHosts;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.identity.Wire;
import org.ambassadorportal.offering.OfferingId;
import org.ambassadorportal.offering.OfferingKind;
import org.ambassadorportal.organization.When;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Books over the pages as browsers would, many at once, and prints what came of it: fifty people who take one time, and
 * a thousand bookings by 32 clients. {@code mvn verify -Pload -Dtest=BookingLoadTests}
 */
@ServerTest
@Import({TestHosts.class, TestOfferings.class})
@Tag("load")
class BookingLoadTests {

    private static final String PASSWORD = "correct horse battery staple";
    private static final int ROUNDS = 20;
    private static final int PEOPLE = 50;
    private static final int CLIENTS = 32;
    private static final int BOOKINGS = 1_000;

    /** A booking that the portal has confirmed to somebody. */
    private record Confirmed(String reference, Instant starts) {}

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestHosts hosts;

    @Autowired
    private TestOfferings offerings;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private JdbcClient database;

    @Autowired
    private When when;

    @Test
    void ofFiftyWhoTakeOneTimeExactlyOneHasIt() throws Exception {
        var host = hosts.host("Ana Host");
        var offering = offerings.offering(OfferingKind.ONESELF, host);
        try (var threads = Executors.newFixedThreadPool(PEOPLE)) {
            var clients = signedIn(PEOPLE);
            var winners = new ArrayList<Integer>();
            for (int round = 0; round < ROUNDS; round++) winners.add(race(clients, offering, round, threads));
            System.out.println("fifty people, one time, " + ROUNDS + " rounds; winners each round: " + winners);
            assertThat(winners).containsOnly(1);
            assertThat(overlapping()).isZero();
        } finally {
            offerings.close(offering.value());
        }
    }

    private int race(List<Wire> clients, OfferingId offering, int round, ExecutorService threads) throws Exception {
        var starts = when.today()
                .plusDays(3L + round)
                .atTime(10, 0)
                .atZone(when.zone())
                .toInstant();
        var atOnce = new CyclicBarrier(clients.size());
        var told = new AtomicInteger();
        var answers = threads.invokeAll(clients.stream()
                .map(client -> (Callable<Boolean>) () -> {
                    answerQuestions(client, offering);
                    var token = token(client.get("/consultations/new/time"));
                    atOnce.await();
                    var answer = choose(client, token, starts);
                    if (answer.status() == 303) return finish(client).isPresent();
                    assertThat(answer.status()).isEqualTo(422);
                    assertThat(answer.page().select("input[name=starts]"))
                            .as("the next free ones")
                            .isNotEmpty();
                    assertThat(client.get("/consultations/new/about")
                                    .page()
                                    .select("#topic")
                                    .val())
                            .as("what was typed")
                            .isEqualTo("Our first posts");
                    told.incrementAndGet();
                    return false;
                })
                .toList());
        int winners = 0;
        for (var answer : answers) if (answer.get()) winners++;
        assertThat(told.get()).isEqualTo(clients.size() - winners);
        return winners;
    }

    @Test
    void losesAndDoublesNothingInAThousandBookings() throws Exception {
        var team = new ArrayList<PersonRow>();
        for (int number = 0; number < 8; number++) team.add(hosts.host("Host " + number));
        var offering = offerings.offering(OfferingKind.ONESELF, team.toArray(PersonRow[]::new));
        var confirmed = new ConcurrentLinkedQueue<Confirmed>();
        var late = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var clients = signedIn(CLIENTS);
            long begun = System.nanoTime();
            var work = threads.invokeAll(clients.stream()
                    .map(client -> (Callable<Boolean>) () -> {
                        while (confirmed.size() < BOOKINGS) {
                            answerQuestions(client, offering);
                            book(client).ifPresentOrElse(confirmed::add, late::incrementAndGet);
                        }
                        return true;
                    })
                    .toList());
            for (var each : work) each.get();
            var took = Duration.ofNanos(System.nanoTime() - begun);
            int lost = lost(confirmed);
            int doubled = overlapping();
            System.out.printf(
                    "%d bookings by %d clients in %d s; just taken when chosen: %d; double bookings: %d; lost: %d%n",
                    confirmed.size(), CLIENTS, took.toSeconds(), late.get(), doubled, lost);
            assertThat(doubled).isZero();
            assertThat(lost).isZero();
        } finally {
            offerings.close(offering.value());
        }
    }

    /** Chooses one of the free times of a random day among the next, and finishes. */
    private static Optional<Confirmed> book(Wire client) {
        var random = ThreadLocalRandom.current();
        var page = client.get("/consultations/new/time");
        var days = page.page().select("a[href*=day=]").eachAttr("href").stream()
                .filter(address -> address.startsWith("/consultations/new/time"))
                .toList();
        if (!days.isEmpty()) page = client.get(days.get(random.nextInt(days.size())));
        var free = page.page().select("input[name=starts]").eachAttr("value");
        if (free.isEmpty()) return Optional.empty();
        var starts = Instant.parse(free.get(random.nextInt(free.size())));
        var answer = choose(client, token(page), starts);
        return answer.status() == 303
                ? finish(client).map(reference -> new Confirmed(reference, starts))
                : Optional.empty();
    }

    private static void answerQuestions(Wire client, OfferingId offering) {
        var what = client.get("/consultations/new");
        var about = client.post("/consultations/new", Map.of("_csrf", token(what), "offering", offering.toString()));
        assertThat(about.status()).as("the first page: %s", about.text()).isEqualTo(303);
        var asked = client.post(
                "/consultations/new/about",
                Map.of(
                        "_csrf",
                        token(client.get("/consultations/new/about")),
                        "topic",
                        "Our first posts",
                        "words",
                        "Where do we begin?",
                        "format",
                        "VIDEO",
                        "minutes",
                        "30"));
        assertThat(asked.status()).as("the second page: %s", asked.text()).isEqualTo(303);
    }

    private static Wire.Answer choose(Wire client, String token, Instant starts) {
        return client.post("/consultations/new/time", Map.of("_csrf", token, "starts", starts.toString()));
    }

    /** The reference of the booking that was confirmed. */
    private static Optional<String> finish(Wire client) {
        var check = client.get("/consultations/new/check");
        var once = check.page().select("input[name=once]").val();
        var sent = client.post("/consultations/new/check", Map.of("_csrf", token(check), "once", once));
        var leadsTo = sent.header("Location");
        return leadsTo.matches("/consultations/R-\\d+/booked") ? Optional.of(leadsTo.split("/")[2]) : Optional.empty();
    }

    private static String token(Wire.Answer answer) {
        return answer.page().select("main input[name=_csrf]").attr("value");
    }

    private List<Wire> signedIn(int many) throws Exception {
        var hash = passwords.encode(PASSWORD);
        var clients = new ArrayList<Callable<Wire>>();
        for (int number = 0; number < many; number++) {
            var person = people.staff("Client " + number);
            database.sql("update person set password = ? where id = ?")
                    .params(hash, person.id().value())
                    .update();
            clients.add(() -> {
                var client = new Wire(port);
                assertThat(client.signIn(person.mail(), PASSWORD).status()).isEqualTo(303);
                return client;
            });
        }
        // One after the other: each password costs what guessing it would.
        var signedIn = new ArrayList<Wire>();
        for (var client : clients) signedIn.add(client.call());
        return signedIn;
    }

    /** Pairs of one host's times that overlap, buffers included. */
    private int overlapping() {
        return database.sql("""
                        select count(*) from calendar_taken a join calendar_taken b
                          on a.host_id = b.host_id and a.id < b.id and a.during && b.during""").query(Integer.class).single();
    }

    /** How many that were confirmed are not in the requests, or not in a host's time. */
    private int lost(Iterable<Confirmed> confirmed) {
        var stored = new HashMap<String, Instant>();
        database.sql("""
                        select r.reference, t.starts_at
                        from consultation_request r
                        join calendar_taken t on t.owner_id = r.booking_id and t.kind = 'BOOKING'
                        where r.state = 'ACCEPTED'""").query(row -> {
            stored.put(
                    "R-" + row.getLong("reference"),
                    row.getObject("starts_at", OffsetDateTime.class).toInstant());
        });
        int lost = 0;
        for (var one : confirmed) if (!one.starts().equals(stored.get(one.reference()))) lost++;
        return lost;
    }
}
