package org.ambassadorportal.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.ambassadorportal.ServerTest;
import org.ambassadorportal.calendar.TestHosts;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.identity.Wire;
import org.ambassadorportal.offering.OfferingId;
import org.ambassadorportal.offering.OfferingKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Fifty people want one time at once, through the pages of a real server: BAR line 47. */
@ServerTest
@Import({TestHosts.class, TestOfferings.class})
class BookingRaceTests {

    private static final int PEOPLE = 50;
    private static final String PASSWORD = "four unrelated words, with spaces";

    @LocalServerPort
    int port;

    @Autowired
    TestPeople people;

    @Autowired
    TestHosts hosts;

    @Autowired
    TestOfferings offerings;

    @Autowired
    JdbcClient database;

    @Autowired
    PasswordEncoder passwords;

    PersonRow host;
    OfferingId offering;
    List<Wire> guests;
    String wanted;

    @BeforeEach
    void fiftyPeopleWhoWantTheSame() throws Exception {
        database.sql("delete from sign_in_tries").update();
        host = hosts.host("Ana Host");
        offering = offerings.offering(OfferingKind.ONESELF, host);
        var hashed = passwords.encode(PASSWORD);
        guests = at(IntStream.range(0, PEOPLE)
                .mapToObj(number -> (Callable<Wire>) () -> guest(number, hashed))
                .toList());
        var times = guests.getFirst().get("/consultations/new/time").page();
        wanted = times.select(".slot input").first().val();
    }

    @AfterEach
    void leaveNothingOnOffer() {
        offerings.close(offering.value());
    }

    /** Signed in, with all said but the time. */
    private Wire guest(int number, String hashed) {
        var person = people.staff("Guest " + number);
        database.sql("update person set password = ? where id = ?")
                .params(hashed, person.id().value())
                .update();
        var browser = new Wire(port);
        assertThat(browser.signIn(person.mail(), PASSWORD).status()).isEqualTo(303);
        browser.fill("/consultations/new", Map.of("offering", offering.toString()));
        browser.fill(
                "/consultations/new/about",
                Map.of(
                        "topic",
                        "Topic of guest " + number,
                        "words",
                        "Words of guest " + number,
                        "format",
                        "VIDEO",
                        "minutes",
                        "30"));
        return browser;
    }

    /** Does all of it at the same moment. */
    private static <T> List<T> at(List<Callable<T>> works) throws Exception {
        var ready = new CountDownLatch(works.size());
        var done = new ArrayList<T>();
        try (var pool = Executors.newFixedThreadPool(works.size())) {
            var answers = works.stream()
                    .map(work -> pool.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return work.call();
                    }))
                    .toList();
            for (var answer : answers) done.add(answer.get());
        }
        return done;
    }

    private static Wire.Answer send(Wire browser, String path, Map<String, String> fields) {
        var all = new LinkedHashMap<String, String>();
        var form = browser.get(path).page().selectFirst("main form[method=post]");
        form.select("input[type=hidden]").forEach(field -> all.put(field.attr("name"), field.val()));
        all.putAll(fields);
        return browser.post(form.attr("action"), all);
    }

    private void exactlyOneHasIt(List<Wire.Answer> answers, String kind) {
        assertThat(answers).filteredOn(answer -> answer.status() == 303).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 422).hasSize(PEOPLE - 1);
        assertThat(answers).filteredOn(answer -> answer.status() == 422).allSatisfy(answer -> {
            assertThat(answer.text()).contains("This time was just taken");
            assertThat(answer.page().select(".choice input[name=starts]").eachAttr("value"))
                    .hasSize(6)
                    .doesNotContain(wanted);
        });
        assertThat(database.sql("select count(*) from calendar_taken where host_id = ? and kind = ?")
                        .params(host.id().value(), kind)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void nothingTypedIsLost() {
        for (int number = 0; number < PEOPLE; number++) {
            var about = guests.get(number).get("/consultations/new/about").page();
            if (about.select("#topic").val().isEmpty()) continue;
            assertThat(about.select("#topic").val()).isEqualTo("Topic of guest " + number);
            assertThat(about.select("#words").text()).isEqualTo("Words of guest " + number);
        }
    }

    @Test
    void oneOfFiftyWhoChooseATimeAtOnceHasIt() throws Exception {
        var answers = at(guests.stream()
                .map(guest ->
                        (Callable<Wire.Answer>) () -> send(guest, "/consultations/new/time", Map.of("starts", wanted)))
                .toList());
        exactlyOneHasIt(answers, "HOLD");
        nothingTypedIsLost();
    }

    @Test
    void oneOfFiftyWhoBookATimeAtOnceHasIt() throws Exception {
        for (var guest : guests) {
            assertThat(send(guest, "/consultations/new/time", Map.of("starts", wanted))
                            .status())
                    .isEqualTo(303);
            // Their five minutes are over; the next one may choose it too.
            database.sql("delete from calendar_taken where host_id = ?")
                    .param(host.id().value())
                    .update();
        }
        var answers = at(guests.stream()
                .map(guest -> (Callable<Wire.Answer>) () -> send(guest, "/consultations/new/check", Map.of()))
                .toList());
        exactlyOneHasIt(answers, "BOOKING");
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 422)
                .allSatisfy(answer -> assertThat(answer.text()).containsPattern("Words of guest \\d+"));
        nothingTypedIsLost();
    }
}
