package org.ambassadorportal.training;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.TestClock;
import org.ambassadorportal.calendar.TestHosts;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.kernel.Violation;
import org.ambassadorportal.organization.When;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
@Import({TestHosts.class, TrainingRoom.class})
class TrainingPagesTests {

    /** A Tuesday without a holiday. */
    private static final LocalDate DAY = LocalDate.of(2027, 6, 8);

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestHosts hosts;

    @Autowired
    TestPeople people;

    @Autowired
    TrainingRoom room;

    @Autowired
    Seats seats;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    @Autowired
    When when;

    PersonRow host;
    PersonRow ann;
    PersonRow ben;
    PersonRow cleo;

    @BeforeEach
    void everybody() {
        clock.hold(DAY.minusDays(9).atTime(12, 0).atZone(when.zone()).toInstant());
        host = hosts.host("Hanna Host");
        ann = people.staff("Ann Staff");
        ben = people.staff("Ben Staff");
        cleo = people.staff("Cleo Staff");
    }

    @AfterEach
    void letItRun() {
        clock.run();
    }

    @Test
    void somebodyTakesASeatSeesTheirClassAndGivesItBack() {
        var id = room.announced(host, DAY, 10, 2);
        assertThat(text(ann, "/training")).contains("Answering hard comments", "Hanna Host", "2 of 2 seats are free");
        assertThat(text(ann, "/training/" + id)).contains("Take a seat").doesNotContain("video.test");

        assertThat(send(ann, id, "seat")).hasStatus(303).hasRedirectedUrl("/training/" + id + "/done");

        assertThat(text(ann, "/training/" + id + "/done"))
                .contains("You have a seat", "Tuesday, June 8, 2027", "10:00 am to 11:00 am", "What happens next");
        assertThat(text(ann, "/training")).contains("My classes", "You have a seat");
        assertThat(text(ann, "/training/" + id)).contains("video.test");
        assertThat(letters(ann)).containsExactly("class-taken");
        assertThat(send(ann, id, "leave")).hasStatus(303);
        assertThat(text(ann, "/training")).doesNotContain("My classes");
        assertThat(letters(ann)).containsExactly("class-taken", "class-given-back");
        assertThat(browser.get().uri("/training/" + id + "/done").with(as(ann))).hasRedirectedUrl("/training/" + id);
    }

    @Test
    void theSameFormTwiceMakesOneSeat() {
        var id = room.announced(host, DAY, 10, 2);

        send(ann, id, "seat");
        assertThat(send(ann, id, "seat")).hasStatus(303);

        assertThat(count(id, "SEATED")).isOne();
        assertThat(letters(ann)).containsExactly("class-taken");
    }

    @Test
    void ofThirtyAtOnceForFiveSeatsExactlyFiveHaveOneAndTheOthersCanWait() throws Exception {
        var id = room.announced(host, DAY, 10, 5);
        var crowd = IntStream.range(0, 30)
                .mapToObj(number -> people.staff("Staff " + number))
                .toList();
        var answers = new ArrayList<MvcTestResult>();
        try (var threads = Executors.newFixedThreadPool(15)) {
            var attempts = crowd.stream()
                    .map(who -> (Callable<MvcTestResult>) () -> send(who, id, "seat"))
                    .toList();
            for (var each : threads.invokeAll(attempts)) answers.add(each.get());
        }

        assertThat(answers)
                .filteredOn(answer -> answer.getResponse().getStatus() == 303)
                .hasSize(5);
        var late = answers.stream()
                .filter(answer -> answer.getResponse().getStatus() == 409)
                .toList();
        assertThat(late).hasSize(25);
        assertThat(late)
                .allSatisfy(answer -> assertThat(answer)
                        .bodyText()
                        .contains(
                                "The last seat was just taken",
                                "Join the waiting list",
                                "/training/" + id + "/waiting"));
        assertThat(count(id, "SEATED")).isEqualTo(5);
    }

    @Test
    void theDatabaseItselfHoldsTheSeats() {
        var id = room.announced(host, DAY, 10, 1);
        send(ann, id, "seat");

        assertThatThrownBy(() ->
                        database.sql("""
                                insert into training_participant (id, class_id, person_id, standing, turn, since)
                                values (gen_random_uuid(), ?, ?, 'SEATED', 9, now())""").params(id.value(), ben.id().value()).update())
                .satisfies(error -> assertThat(Violation.of("training_class_has_room", error))
                        .isTrue());
    }

    @Test
    void aFullClassGoesOnToThoseWhoWaitInTheirOrder() {
        var id = room.announced(host, DAY, 10, 1);
        send(ann, id, "seat");
        assertThat(text(ben, "/training/" + id)).contains("Every seat is taken.", "Join the waiting list");
        assertThat(send(ben, id, "waiting")).hasStatus(303);
        send(cleo, id, "waiting");
        assertThat(text(ben, "/training/" + id)).contains("You are the next to get a seat.");
        assertThat(text(cleo, "/training/" + id)).contains("One person is before you.");
        assertThat(text(people.staff(), "/training")).contains("Full: 2 wait");

        send(ann, id, "leave");

        assertThat(letters(ben)).containsExactly("class-offered");
        assertThat(text(ben, "/training/" + id)).contains("A seat is free for you", "Monday, May 31, 12 pm");
        assertThat(send(ann, id, "seat")).as("nobody passes by those who wait").hasStatus(409);
        assertThat(send(ben, id, "accept")).hasStatus(303).hasRedirectedUrl("/training/" + id + "/done");
        assertThat(count(id, "SEATED")).isOne();
        assertThat(letters(ben)).containsExactly("class-offered", "class-taken");
    }

    @Test
    void aSeatThatNobodyAnswersForGoesToTheNextByItself() {
        var id = room.announced(host, DAY, 10, 1);
        send(ann, id, "seat");
        send(ben, id, "waiting");
        send(cleo, id, "waiting");
        send(ann, id, "leave");

        clock.pass(Duration.ofHours(24));
        assertThat(send(ben, id, "accept")).hasStatus(409).bodyText().contains("The time to say yes is over");
        AsSystem.run(() -> TrainingJobs.passOn(seats));

        assertThat(letters(ben)).containsExactly("class-offered", "class-ran-out");
        assertThat(letters(cleo)).containsExactly("class-offered");
        assertThat(send(cleo, id, "leave")).hasStatus(303);
        assertThat(text(people.staff(), "/training/" + id)).contains("Take a seat");
    }

    @Test
    void aClassThatHasBegunOrIsCanceledTakesNobody() {
        var id = room.announced(host, DAY, 10, 1);
        clock.hold(DAY.atTime(10, 0).atZone(when.zone()).toInstant());

        assertThat(send(ann, id, "seat")).hasStatus(409).bodyText().contains("This class has begun");
        assertThat(text(ann, "/training/" + id)).doesNotContain("Take a seat");
        assertThat(browser.get().uri("/training/nothing").with(as(ann))).hasStatus(404);
        assertThat(browser.post()
                        .uri("/training/00000000-0000-7000-8000-000000000000/seat")
                        .with(as(ann))
                        .with(csrf()))
                .hasStatus(404);
    }

    private MvcTestResult send(PersonRow who, ClassId id, String verb) {
        return browser.post()
                .uri("/training/" + id + "/" + verb)
                .with(as(who))
                .with(csrf())
                .exchange();
    }

    private String text(PersonRow who, String address) {
        return page(who, address).select("main").text();
    }

    private Document page(PersonRow who, String address) {
        var answer = browser.get().uri(address).with(as(who)).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(
                new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
    }

    private int count(ClassId id, String standing) {
        return database.sql("select count(*) from training_participant where class_id = ? and standing = ?")
                .params(id.value(), standing)
                .query(Integer.class)
                .single();
    }

    private List<String> letters(PersonRow who) {
        return database.sql("select letter from email where recipient_id = ? order by written_at, id")
                .param(who.id().value())
                .query(String.class)
                .list();
    }
}
