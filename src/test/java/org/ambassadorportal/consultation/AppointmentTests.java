package org.ambassadorportal.consultation;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.Statements;
import org.ambassadorportal.TestClock;
import org.ambassadorportal.calendar.Demand;
import org.ambassadorportal.calendar.TakenKind;
import org.ambassadorportal.calendar.Taking;
import org.ambassadorportal.calendar.TeamCalendar;
import org.ambassadorportal.calendar.TestHosts;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.desk.ItemRow;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.desk.Status;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.offering.OfferingId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How a talk comes to a time, and what becomes of it. */
@PortalTest
@Import(TestHosts.class)
@RecordApplicationEvents
class AppointmentTests {

    private static final ZoneId DETROIT = ZoneId.of("America/Detroit");
    private static final OfferingId TALK = new OfferingId(UUID.fromString("0193f000-0000-7000-8000-000000000004"));

    /** A Tuesday without a holiday. */
    private static final LocalDate DAY = LocalDate.of(2027, 9, 14);

    private static final Instant NOW = at(DAY.minusDays(20), 12, 0);

    @Autowired
    ConsultationRequests requests;

    @Autowired
    TeamCalendar calendar;

    @Autowired
    TestHosts hosts;

    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestPeople people;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationEvents events;

    PersonRow tomas;
    PersonRow jo;
    PersonRow kim;

    @BeforeEach
    void people() {
        clock.hold(NOW);
        tomas = people.staff("Tomás Sample");
        jo = hosts.host("Jo Specimen");
        kim = hosts.host("Kim Placeholder");
    }

    @AfterEach
    void letItRun() {
        clock.run();
        // Hosts of other tests are asked too; these leave again.
        database.sql("update calendar_host set active = false where person_id in (?, ?)")
                .params(jo.id().value(), kim.id().value())
                .update();
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(DETROIT).toInstant();
    }

    /** A talk in a room at three times: ten in the morning, seven in the evening, and the day after at noon. */
    private Reference asked() {
        var about = new AboutForm(
                "",
                "",
                "Why a profile",
                "",
                "",
                List.of(),
                "Faculty",
                40,
                "Faculty meeting of Placeholder Medicine",
                "A screen",
                "me",
                "");
        var times = new WhenForm(
                Format.IN_PERSON,
                "Room 7",
                "",
                30,
                DAY,
                LocalTime.of(10, 0),
                DAY,
                LocalTime.of(19, 0),
                DAY.plusDays(1),
                LocalTime.NOON,
                "",
                "",
                List.of(),
                "");
        return does(tomas, () -> requests.ask(tomas.id(), RequestKind.TALK, about, times));
    }

    private MvcTestResult post(PersonRow who, String address, String... fields) {
        var request = browser.post().uri(address).with(as(who)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) request = request.param(fields[at], fields[at + 1]);
        return request.exchange();
    }

    private MvcTestResult desk(PersonRow who, Reference reference, String verb, String... fields) {
        return post(who, "/desk/consultations/" + reference + "/" + verb, fields);
    }

    private Document page(PersonRow who, String address) throws Exception {
        var answer = browser.get().uri(address).with(as(who)).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private Document item(Reference reference) throws Exception {
        return page(jo, "/desk/talk/" + reference);
    }

    private ItemRow row(Reference reference) {
        return does(jo, () -> desk.get(reference));
    }

    private List<String> to(String key) {
        return events.stream(Mailed.class)
                .flatMap(event -> event.letters().stream())
                .filter(letter -> letter.key().equals(key))
                .flatMap(letter -> letter.to().stream())
                .map(Addressee::mail)
                .toList();
    }

    private Letter letter(String key) {
        return events.stream(Mailed.class)
                .flatMap(event -> event.letters().stream())
                .filter(letter -> letter.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private String[] slot(PersonRow host, LocalDate day, String time, String... more) {
        var fields = new java.util.ArrayList<>(List.of(
                "day",
                day.toString(),
                "time",
                time,
                "minutes",
                "30",
                "format",
                "IN_PERSON",
                "place",
                "Room 7",
                "host",
                host.id().toString(),
                "agreed",
                "true"));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private record Row(String kind, UUID host, Instant starts) {}

    private List<Row> taken(Reference reference) {
        return database.sql("""
                        select t.kind, t.host_id, t.starts_at from calendar_taken t
                        join consultation_request r on r.booking_id = t.owner_id where r.reference = ?""")
                .param(reference.number())
                .query((row, number) -> new Row(
                        row.getString("kind"),
                        row.getObject("host_id", UUID.class),
                        row.getObject("starts_at", java.time.OffsetDateTime.class)
                                .toInstant()))
                .list();
    }

    private int sequence(Reference reference) {
        return database.sql(
                        "select b.sequence from consultation_booking b join consultation_request r on r.booking_id = b.id where r.reference = ?")
                .param(reference.number())
                .query(Integer.class)
                .single();
    }

    private void accepted(Reference reference, PersonRow host) {
        assertThat(desk(jo, reference, "accept", slot(host, DAY, "10:00"))).hasStatus(303);
    }

    @Test
    void acceptsATimeTheyDidNotAskForOnlyIfTheyAgreedToItAlready() {
        var reference = asked();
        var other = slot(jo, DAY.plusDays(5), "11:00");
        other[other.length - 1] = "";

        var refused = desk(jo, reference, "accept", other);

        assertThat(refused).hasStatus(422).bodyText().contains("They did not ask for this time.");
        assertThat(taken(reference)).isEmpty();
        assertThat(desk(jo, reference, "accept", slot(jo, DAY.plusDays(5), "11:00")))
                .hasStatus(303);
    }

    @Test
    void showsForEachOfTheirTimesWhoIsFreeAndWhyOneIsSuggested() throws Exception {
        var reference = asked();
        var slots = item(reference).select(".slots > li");
        assertThat(slots).hasSize(3);
        assertThat(slots.get(0).select("option").text()).contains("Jo Specimen", "Kim Placeholder", "(suggested)");
        assertThat(slots.get(0).text()).contains("is suggested because");
        assertThat(slots.get(1).text()).contains("Nobody is free then.");
        assertThat(slots.get(1).select("form")).isEmpty();
        assertThat(slots.get(2).select("form")).hasSize(1);
    }

    @Test
    void countsTravelIntoWhoIsFree() throws Exception {
        var reference = asked();
        // The talk needs half an hour around it for pauses and travel: something that ends at 9:45 is in its way.
        block(jo, at(DAY, 9, 0), Duration.ofMinutes(45));
        var first = item(reference).select(".slots > li").first();
        assertThat(first.select("option").eachText()).noneMatch(host -> host.startsWith("Jo Specimen"));
        assertThat(first.select("option").eachText()).anyMatch(host -> host.startsWith("Kim Placeholder"));
    }

    private void block(PersonRow host, Instant from, Duration length) {
        var demand = new Demand(
                TALK,
                length,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                700,
                null,
                null,
                Duration.ofMinutes(15),
                Set.of(host.id()));
        does(
                host,
                () -> calendar.takeAnyway(
                        demand,
                        from,
                        Taking.firmly(UUID.randomUUID(), TakenKind.BOOKING, "Something", null),
                        host.id()));
    }

    @Test
    void isAcceptedWithOnePressAndWaitsForItsEnd() throws Exception {
        var reference = asked();
        var form = item(reference).select(".slots form").first();
        var fields = new java.util.ArrayList<String>();
        form.select("input[name]").forEach(field -> fields.addAll(List.of(field.attr("name"), field.val())));
        fields.addAll(List.of("host", ""));
        var pressed = post(jo, form.attr("action"), fields.toArray(String[]::new));
        assertThat(pressed).hasStatus(303);
        assertThat(taken(reference)).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo("TALK");
            assertThat(row.starts()).isEqualTo(at(DAY, 10, 0));
        });
        assertThat(row(reference).status()).isEqualTo(Status.PENDING);
        assertThat(row(reference).wakesAt()).isEqualTo(at(DAY, 10, 30));
        assertThat(item(reference).text()).contains("Chosen because", "Has a date");
        assertThat(page(tomas, "/requests/" + reference).text())
                .contains("We have a date", "We come to your meeting at the time below.", "Room 7");
    }

    @Test
    void isTakenOutsideOfHoursOnlyKnowingly() throws Exception {
        var reference = asked();
        var refused = desk(jo, reference, "accept", slot(jo, DAY, "19:00", "message", "Late, but gladly"));
        assertThat(refused).hasStatus(422).bodyText().contains("This host is not free then", "Late, but gladly");
        assertThat(desk(jo, reference, "accept", slot(jo, DAY, "19:00", "anyway", "true")))
                .hasStatus(303);
        assertThat(item(reference).text()).contains("Outside of the host’s hours, as the team decided.");
    }

    @Test
    void isOfferedAnotherTimeWhichIsHeldAndAgreedTo() throws Exception {
        var reference = asked();
        assertThat(desk(jo, reference, "propose", slot(jo, DAY.plusDays(2), "11:00", "message", "Rather Thursday?")))
                .hasStatus(303);
        assertThat(row(reference).status()).isEqualTo(Status.PENDING);
        assertThat(row(reference).isDated()).isFalse();
        assertThat(taken(reference)).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo("HOLD");
            assertThat(row.starts()).isEqualTo(at(DAY.plusDays(2), 11, 0));
        });
        assertThat(letter("consultation-proposed").facts()).containsKey("consultation.held-until");
        var mine = page(tomas, "/requests/" + reference);
        assertThat(mine.text()).contains("We keep it free for you until", "11:00 am to 11:30 am");
        assertThat(post(tomas, "/consultations/" + reference + "/agree")).hasStatus(303);
        assertThat(taken(reference))
                .singleElement()
                .satisfies(row -> assertThat(row.kind()).isEqualTo("TALK"));
        assertThat(row(reference).isDated()).isTrue();
        assertThat(to("consultation-agreed")).containsExactly(jo.mail());
    }

    @Test
    void holdsAnOfferedTimeNoLongerThanUntilItBegins() {
        var reference = asked();
        desk(jo, reference, "propose", slot(jo, DAY.minusDays(19), "11:00"));
        var until = database.sql(
                        "select b.held_until from consultation_booking b join consultation_request r on r.booking_id = b.id where r.reference = ?")
                .param(reference.number())
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
        assertThat(until).isEqualTo(at(DAY.minusDays(19), 11, 0));
    }

    @Test
    void takesWhatIsNoLongerHeldWhileNobodyElseHasIt() {
        var reference = asked();
        desk(jo, reference, "propose", slot(jo, DAY.plusDays(2), "11:00"));
        clock.pass(Duration.ofDays(8));
        assertThat(post(tomas, "/consultations/" + reference + "/agree")).hasStatus(303);
        assertThat(row(reference).isDated()).isTrue();
    }

    @Test
    void saysInWordsThatAnOfferedTimeIsGoneAndGoesBackToTheDesk() throws Exception {
        var reference = asked();
        desk(jo, reference, "propose", slot(jo, DAY.plusDays(2), "11:00"));
        clock.pass(Duration.ofDays(8));
        block(jo, at(DAY.plusDays(2), 11, 0), Duration.ofHours(1));
        var late = post(tomas, "/consultations/" + reference + "/agree", "message", "Yes, we look forward to it");
        assertThat(late).hasStatus(409).bodyText().contains("somebody else has it by now");
        assertThat(row(reference).status()).isEqualTo(Status.OPEN);
        assertThat(item(reference).text()).contains("Yes, we look forward to it");
        assertThat(to("consultation-time-gone")).containsExactly(jo.mail());
        assertThat(desk(jo, reference, "propose", slot(jo, DAY.plusDays(3), "11:00")))
                .hasStatus(303);
    }

    @Test
    void givesTheTimeBackWhenItDoesNotSuitOrIsDeclined() {
        var reference = asked();
        desk(jo, reference, "propose", slot(jo, DAY.plusDays(2), "11:00"));
        post(tomas, "/consultations/" + reference + "/disagree", "message", "Not that week");
        assertThat(taken(reference)).isEmpty();
        desk(jo, reference, "propose", slot(jo, DAY.plusDays(3), "11:00"));
        desk(jo, reference, "decline", "reason", "We have nobody left");
        assertThat(taken(reference)).isEmpty();
    }

    @Test
    void isMovedAndBothSidesAreTold() throws Exception {
        var reference = asked();
        accepted(reference, jo);
        int before = sequence(reference);
        assertThat(item(reference).select("form[action$=/move] option").size()).isGreaterThan(3);
        assertThat(desk(kim, reference, "move", "starts", at(DAY, 14, 0).toString(), "message", "A little later"))
                .hasStatus(303);
        assertThat(taken(reference))
                .singleElement()
                .satisfies(row -> assertThat(row.starts()).isEqualTo(at(DAY, 14, 0)));
        assertThat(row(reference).wakesAt()).isEqualTo(at(DAY, 14, 30));
        assertThat(sequence(reference)).isEqualTo(before + 1);
        assertThat(to("consultation-shifted")).containsExactly(tomas.mail());
        assertThat(to("consultation-shifted-host")).containsExactly(jo.mail());
        var nowhere = desk(kim, reference, "move", "message", "To when?");
        assertThat(nowhere).hasStatus(422).bodyText().contains("Choose the day.", "To when?");
    }

    @Test
    void isHandedOverOnlyToWhoIsFreeThen() throws Exception {
        var reference = asked();
        accepted(reference, jo);
        int before = sequence(reference);
        assertThat(item(reference).select("form[action$=/hand-over] option").eachText())
                .contains("Kim Placeholder")
                .doesNotContain("Jo Specimen");
        assertThat(desk(jo, reference, "hand-over", "host", kim.id().toString(), "word", "I am away"))
                .hasStatus(303);
        assertThat(taken(reference))
                .singleElement()
                .satisfies(row -> assertThat(row.host()).isEqualTo(kim.id().value()));
        assertThat(sequence(reference)).isEqualTo(before + 1);
        assertThat(letter("consultation-handed-over").facts()).containsEntry("consultation.host", "Kim Placeholder");
        var moved = letter("consultation-handed-away").calendar();
        assertThat(moved).isNotNull();
        assertThat(moved.toString()).contains("METHOD:CANCEL");
        assertThat(letter("consultation-handed-over").calendar().toString()).contains("METHOD:REQUEST");
        assertThat(to("consultation-handed-over")).containsExactly(tomas.mail());
        assertThat(to("consultation-handed-away")).containsExactly(jo.mail());
        block(jo, at(DAY, 10, 0), Duration.ofMinutes(30));
        var busy = desk(kim, reference, "hand-over", "host", jo.id().toString());
        assertThat(busy).hasStatus(422).bodyText().contains("This host is not free then. Choose somebody else.");
    }

    @Test
    void isCalledOffWithAReasonAndTheTimeIsFreeAgain() throws Exception {
        var reference = asked();
        accepted(reference, jo);
        assertThat(desk(kim, reference, "cancel", "reason", "")).hasStatus(422);
        assertThat(desk(kim, reference, "cancel", "reason", "The meeting room is flooded"))
                .hasStatus(303);
        assertThat(taken(reference)).isEmpty();
        assertThat(row(reference).status()).isEqualTo(Status.SETTLED);
        assertThat(row(reference).outcome()).isEqualTo("canceled");
        assertThat(page(tomas, "/requests/" + reference).text()).contains("The meeting room is flooded", "Canceled");
        assertThat(to("consultation-called-off")).containsExactly(tomas.mail());
        assertThat(to("consultation-called-off-host")).containsExactly(jo.mail());
    }

    @Test
    void isMissedOnlyAfterItsBeginning() {
        var reference = asked();
        accepted(reference, jo);
        assertThat(desk(jo, reference, "no-show")).hasStatus(409).bodyText().contains("It has not begun yet.");
        clock.hold(at(DAY, 10, 5));
        assertThat(desk(jo, reference, "no-show")).hasStatus(303);
        assertThat(row(reference).outcome()).isEqualTo("no-show");
        assertThat(to("consultation-missed")).containsExactly(tomas.mail());
    }

    @Test
    void isDoneWithWhatWasAgreedAndItsGuestIsAskedOnce() throws Exception {
        var reference = asked();
        accepted(reference, jo);
        clock.hold(at(DAY, 11, 0));
        assertThat(desk(jo, reference, "done", "attended", "many")).hasStatus(422);
        assertThat(desk(
                        jo,
                        reference,
                        "done",
                        "agreed",
                        "Six of them begin a profile",
                        "nextStep",
                        "A training in October",
                        "materials",
                        "The slides",
                        "attended",
                        "37"))
                .hasStatus(303);
        assertThat(row(reference).outcome()).isEqualTo("done");
        assertThat(item(reference).text()).contains("Six of them begin a profile", "37", "has not answered yet");
        assertThat(letter("consultation-done").path()).isEqualTo("/consultations/" + reference + "/feedback");
        var address = "/consultations/" + reference + "/feedback";
        assertThat(page(tomas, "/requests/" + reference).select("a[href$=/feedback]"))
                .hasSize(1);
        assertThat(page(tomas, address).text()).contains("Did it help?", "Why a profile");
        assertThat(browser.get().uri(address).with(as(people.staff()))).hasStatus(404);
        assertThat(post(tomas, address, "more", "Shorter slides"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose how much it helped.", "Shorter slides");
        assertThat(post(tomas, address, "helped", "VERY", "more", "Shorter slides"))
                .hasStatus(303);
        assertThat(to("consultation-helped")).containsExactly(jo.mail());
        assertThat(item(reference).text()).contains("Very much", "Shorter slides");
        assertThat(page(tomas, address).text()).contains("You have answered already.");
        assertThat(post(tomas, address, "helped", "NOT")).hasStatus(409);
    }

    @Test
    void tellsTheSecondOfTwoAndLosesNothing() {
        var reference = asked();
        accepted(reference, jo);
        var version = database.sql("select version from consultation_request where reference = ?")
                .param(reference.number())
                .query(String.class)
                .single();
        clock.pass(Duration.ofSeconds(1));
        assertThat(desk(kim, reference, "move", "starts", at(DAY, 14, 0).toString(), "version", version))
                .hasStatus(303);
        assertThat(desk(jo, reference, "cancel", "reason", "The room is flooded", "version", version))
                .hasStatus(409)
                .bodyText()
                .contains("The room is flooded");
        assertThat(taken(reference)).hasSize(1);
    }

    @Test
    void saysAtTheDeskThatItsHostIsGone() throws Exception {
        var reference = asked();
        accepted(reference, jo);
        assertThat(row(reference).isDated()).isTrue();
        assertThat(post(people.admin(), "/admin/people/" + jo.id() + "/disable"))
                .hasStatus(303);
        assertThat(does(kim, () -> desk.get(reference)).status()).isEqualTo(Status.OPEN);
        var page = page(kim, "/desk/talk/" + reference);
        assertThat(page.text()).contains("Jo Specimen can no longer host it.");
        assertThat(page.select("form[action$=/hand-over] option").eachText()).contains("Kim Placeholder");
        assertThat(desk(kim, reference, "hand-over", "host", kim.id().toString()))
                .hasStatus(303);
        assertThat(page(kim, "/desk/talk/" + reference).text()).doesNotContain("can no longer host it");
    }

    @Test
    void looksAtAllTimesAndHostsWithFewStatements() {
        var reference = asked();
        Runnable opens =
                () -> browser.get().uri("/desk/talk/" + reference).with(as(jo)).exchange();
        opens.run();
        // A list and an item, side by side.
        assertThat(Statements.of(opens)).hasSizeLessThanOrEqualTo(10);
    }
}
