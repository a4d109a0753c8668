package org.ambassadorportal.consultation;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.Statements;
import org.ambassadorportal.TestClock;
import org.ambassadorportal.calendar.TestHosts;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.desk.Status;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.offering.OfferingId;
import org.ambassadorportal.offering.OfferingKind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
@Import({TestHosts.class, TestOfferings.class})
@RecordApplicationEvents
class BookPagesTests {

    private static final ZoneId DETROIT = ZoneId.of("America/Detroit");

    /** A Tuesday without a holiday. */
    private static final LocalDate DAY = LocalDate.of(2027, 6, 8);

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestPeople people;

    @Autowired
    TestHosts hosts;

    @Autowired
    TestOfferings offerings;

    @Autowired
    TestClock clock;

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationEvents events;

    PersonRow tomas;
    PersonRow ana;
    OfferingId oneself;
    OfferingId department;

    @BeforeEach
    void aQuietWeek() {
        clock.hold(at(DAY.minusDays(7), 12, 0));
        tomas = people.staff("Tomás Sample");
        ana = hosts.host("Ana Host");
        oneself = offerings.offering(OfferingKind.ONESELF, ana);
        department = offerings.offering(OfferingKind.DEPARTMENT, ana);
    }

    @AfterEach
    void leaveNothingOnOffer() {
        clock.run();
        offerings.close(oneself.value());
        offerings.close(department.value());
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(DETROIT).toInstant();
    }

    private MvcTestResult get(String address) {
        return browser.get().uri(address).with(as(tomas)).exchange();
    }

    private MvcTestResult send(String address, String... fields) {
        return post(tomas, address, fields);
    }

    private MvcTestResult post(@Nullable PersonRow who, String address, String... fields) {
        var request = browser.post().uri(address).with(csrf());
        if (who != null) request = request.with(as(who));
        for (int at = 0; at < fields.length; at += 2) request = request.param(fields[at], fields[at + 1]);
        return request.exchange();
    }

    private static Document page(MvcTestResult answer) throws Exception {
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private static String leadsTo(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getHeader("Location"));
    }

    private void answerWhat() {
        assertThat(leadsTo(send("/consultations/new", "offering", oneself.toString())))
                .isEqualTo("/consultations/new/about");
    }

    private void answerAbout(PersonRow who) {
        assertThat(leadsTo(post(
                        who,
                        "/consultations/new/about",
                        "topic",
                        "Closing our page",
                        "words",
                        "How do we take people along?",
                        "format",
                        "VIDEO",
                        "minutes",
                        "30")))
                .isEqualTo("/consultations/new/time");
    }

    private MvcTestResult choose(PersonRow who, Instant starts) {
        return post(who, "/consultations/new/time", "starts", starts.toString());
    }

    private String once() throws Exception {
        return page(get("/consultations/new/check")).select("input[name=once]").val();
    }

    private Reference book(Instant starts) throws Exception {
        answerWhat();
        answerAbout(tomas);
        assertThat(leadsTo(choose(tomas, starts))).isEqualTo("/consultations/new/check");
        var sent = send("/consultations/new/check", "once", once());
        assertThat(leadsTo(sent)).matches("/consultations/R-\\d+/booked");
        return Reference.of(leadsTo(sent).split("/")[2]);
    }

    private List<Letter> letters(String key) {
        return events.stream(Mailed.class)
                .flatMap(event -> event.letters().stream())
                .filter(letter -> letter.key().equals(key))
                .toList();
    }

    private int taken(PersonRow host, String kind) {
        return database.sql("select count(*) from calendar_taken where host_id = ? and kind = ?")
                .params(host.id().value(), kind)
                .query(Integer.class)
                .single();
    }

    @Test
    void opensFilledInWhereTheChooserHasAskedAlready() throws Exception {
        var page = page(get("/consultations/new?for=department&about=start"));
        assertThat(page.select("input[data-kind=DEPARTMENT][checked]")).hasSize(1);
        assertThat(page.select("form.ask-form").attr("action")).isEqualTo("/consultations/new?about=start");
        assertThat(leadsTo(send("/consultations/new?about=start", "offering", oneself.toString())))
                .isEqualTo("/consultations/new/about?about=start");
        assertThat(page(get("/consultations/new/about?about=start"))
                        .select("#topic")
                        .val())
                .isEqualTo("Starting a professional profile");
    }

    @Test
    void saysWhatIsMissingAndKeepsTheRest() throws Exception {
        answerWhat();
        var answer = send("/consultations/new/about", "words", "A <b>long</b> story", "links", "javascript:alert(1)");
        assertThat(answer).hasStatus(422);
        var page = page(answer);
        assertThat(page.title()).startsWith("Error:");
        assertThat(page.select(".error-summary a").eachText())
                .contains(
                        "Say in a few words what it is about.",
                        "“javascript:alert(1)” is no web address. Paste it as it stands in your browser, like https://example.org/page.",
                        "Choose how we meet.",
                        "Choose how long.");
        assertThat(page.select("#words").text()).isEqualTo("A <b>long</b> story");
        for (var link : page.select(".error-summary a"))
            assertThat(page.select(link.attr("href"))).as(link.attr("href")).isNotEmpty();
        assertThat(send("/consultations/new", "offering", department.toString(), "unit", "Section of Nowhere"))
                .hasStatus(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:text/html,x", "//example.org", "https://exa\tmple.org", "ftp://example.org"})
    void refusesALinkThatIsNoWebAddress(String link) {
        answerWhat();
        assertThat(send("/consultations/new/about", "topic", "T", "words", "W", "links", link))
                .hasStatus(422)
                .bodyText()
                .contains("is no web address");
    }

    @Test
    void goesFromTheFirstQuestionToABookedTime() throws Exception {
        answerWhat();
        answerAbout(tomas);
        var times = page(get("/consultations/new/time?day=" + DAY));
        assertThat(times.select(".slot-day").text()).isEqualTo("Tuesday, June 8, 2027");
        assertThat(times.select(".slot input[value=2027-06-08T14:00:00Z]")).hasSize(1);
        assertThat(choose(tomas, at(DAY, 10, 0))).hasStatus(303);
        assertThat(taken(ana, "HOLD")).isEqualTo(1);

        var check = page(get("/consultations/new/check"));
        assertThat(check.select("#held").text())
                .contains("Tuesday, June 8, 2027", "10:00 am to 10:30 am", "until 12:05 pm");
        assertThat(check.select(".check-list").text()).contains("Closing our page", "By video", "30 minutes");
        var sent = send("/consultations/new/check", "once", once());
        var done = page(get(leadsTo(sent)));
        assertThat(done.select(".done-panel").text()).contains("You have a time", "10:00 am", "Ana Host");
        assertThat(done.text()).contains("https://video.test/" + ana.id(), "Bring one story.");
        assertThat(done.select("a:contains(Google)").attr("href")).contains("20270608T140000Z/20270608T143000Z");

        var reference = Reference.of(leadsTo(sent).split("/")[2]);
        var item = does(ana, () -> desk.get(reference));
        assertThat(item.status()).isEqualTo(Status.PENDING);
        assertThat(item.assignee()).isEqualTo(ana.id());
        assertThat(item.firstResponseAt()).isEqualTo(clock.instant());
        assertThat(item.wakesAt()).isEqualTo(at(DAY, 10, 30));
        assertThat(taken(ana, "HOLD")).isZero();
        assertThat(taken(ana, "BOOKING")).isEqualTo(1);
        assertThat(letters("consultation-booked").getFirst().facts())
                .containsEntry("consultation.time", "10:00 am, 30 minutes")
                .containsEntry("consultation.host", "Ana Host");
        assertThat(letters("consultation-booked-host")).hasSize(1);
        assertThat(events.stream(Mailed.class).flatMap(event -> event.letters().stream()))
                .allMatch(letter -> letter.calendar() != null);
        assertThat(letters("item-received")).isEmpty();
        var team = browser.get()
                .uri("/desk/consultation/" + reference)
                .with(as(ana))
                .exchange();
        assertThat(team).hasStatusOk().bodyText().contains("Chosen because nobody else was free then.");
    }

    @Test
    void takesTheOthersAlongForADepartment() throws Exception {
        var surroundings = new Surroundings(database);
        var noor = people.staff("Noor Invented");
        assertThat(send(
                        "/consultations/new",
                        "offering",
                        department.toString(),
                        "unit",
                        surroundings.unit(),
                        "guests",
                        "Ada Example\n" + noor.mail() + "\nBen <ben@elsewhere.test>"))
                .hasStatus(303);
        answerAbout(tomas);
        choose(tomas, at(DAY, 11, 0));
        var sent = send("/consultations/new/check", "once", once());
        assertThat(letters("consultation-booked-guest").stream()
                        .flatMap(letter -> letter.to().stream())
                        .map(Addressee::mail))
                .containsExactly(noor.mail(), "ben@elsewhere.test");
        var reference = leadsTo(sent).split("/")[2];
        assertThat(get("/requests/" + reference)).bodyText().contains("Ada Example", "Ben");
        var guestLink = letters("consultation-booked-guest").getFirst().path();
        assertThat(browser.get().uri(guestLink)).hasStatusOk().bodyText().contains("11:00 am", "Ana Host");
        assertThat(browser.get().uri(guestLink + "/move")).hasStatus(404);
        assertThat(post(null, guestLink + "/cancel")).hasStatus(404);
    }

    @Test
    void saysWhichLinesOfTheGuestsAreWrong() throws Exception {
        var many = IntStream.rangeClosed(1, 21).mapToObj(n -> "Guest " + n).collect(Collectors.joining("\n"));
        var unit = new Surroundings(database).unit();
        var answer = send(
                "/consultations/new", "offering", department.toString(), "unit", unit, "guests", "Ada\nfoo@\n" + many);
        assertThat(answer).hasStatus(422);
        var page = page(answer);
        assertThat(page.select(".error-summary a").eachText())
                .containsExactly(
                        "Line 2, “foo@”, is no mail address. Write it like ada@example.org.",
                        "At most 20 people can come along; these are 22. Leave some out, or ask for training.");
        assertThat(page.select("#guests").text()).contains("foo@");
    }

    @Test
    void asksWhatTheOfferingAsks() throws Exception {
        offerings.ask(oneself, "Which platform?", "X\nLinkedIn", true);
        offerings.ask(oneself, "Since when?", "", false);
        answerWhat();
        var answer = send(
                "/consultations/new/about",
                "topic",
                "T",
                "words",
                "W",
                "format",
                "VIDEO",
                "minutes",
                "30",
                "replies",
                "",
                "replies",
                "May, or June",
                "replies",
                "");
        assertThat(answer).hasStatus(422).bodyText().contains("Answer the question “Which platform?”", "May, or June");
        assertThat(send(
                        "/consultations/new/about",
                        "topic",
                        "T",
                        "words",
                        "W",
                        "format",
                        "VIDEO",
                        "minutes",
                        "30",
                        "replies",
                        "LinkedIn",
                        "replies",
                        "May, or June",
                        "replies",
                        ""))
                .hasStatus(303);
        choose(tomas, at(DAY, 10, 0));
        var reference =
                leadsTo(send("/consultations/new/check", "once", once())).split("/")[2];
        var team = browser.get()
                .uri("/desk/consultation/" + reference)
                .with(as(ana))
                .exchange();
        assertThat(team).bodyText().contains("Which platform?", "LinkedIn", "May, or June");
    }

    @Test
    void showsAMonthADayAndAList() throws Exception {
        answerWhat();
        answerAbout(tomas);
        var month = page(get("/consultations/new/time"));
        assertThat(month.select(".month-bar h2").text()).isEqualTo("June 2027");
        assertThat(month.select("#day-2027-06-08").text()).contains("8", "June 8", "16 free");
        assertThat(month.select("#day-2027-06-01")).as("a day that is past").isEmpty();
        assertThat(month.select(".month-table th[scope=col]")).hasSize(7);
        assertThat(month.select("#month-before")).isEmpty();
        assertThat(month.select("#month-after").attr("href")).isEqualTo("/consultations/new/time?month=2027-07");
        var list = page(get("/consultations/new/time?month=2027-07&view=list"));
        assertThat(list.select(".slot-day").eachText()).containsExactly("Thursday, July 1, 2027");
        assertThat(page(get("/consultations/new/time?month=2031-01&day=x&zone=Mars/Base"))
                        .select(".month-bar h2")
                        .text())
                .isEqualTo("July 2027");
    }

    @Test
    void saysTimesInAnotherZoneWithTheOrganizationsBeside() throws Exception {
        answerWhat();
        answerAbout(tomas);
        var page = page(get("/consultations/new/time?zone=Asia/Tokyo&day=2027-06-09"));
        assertThat(page.select(".slot:has(input[value=2027-06-08T20:00:00Z])").text())
                .contains("5:00 am", "4:00 pm in Detroit");
        assertThat(page.select("#zone option[selected]").val()).isEqualTo("Asia/Tokyo");
        send("/consultations/new/time", "starts", "2027-06-08T20:00:00Z", "zone", "Asia/Tokyo");
        assertThat(page(get("/consultations/new/check")).select("#held").text())
                .contains("Wednesday, June 9, 2027", "5:00 am to 5:30 am", "4:00 pm in Detroit");
        send("/consultations/new/check", "once", once());
        assertThat(letters("consultation-booked").getFirst().facts())
                .containsEntry("consultation.time", "5:00 am in Tokyo, 30 minutes (4:00 pm in Detroit)");
        assertThat(letters("consultation-booked-host").getFirst().facts())
                .containsEntry("consultation.time", "4:00 pm, 30 minutes");
    }

    @Test
    void refusesWhatCannotBeBookedInWords() throws Exception {
        answerWhat();
        answerAbout(tomas);
        assertThat(send("/consultations/new/time")).hasStatus(422).bodyText().contains("Choose a time.");
        assertThat(choose(tomas, at(DAY.minusDays(8), 10, 0)))
                .hasStatus(422)
                .bodyText()
                .contains("This time has passed.");
        assertThat(choose(tomas, at(DAY.minusDays(7), 16, 0)))
                .hasStatus(422)
                .bodyText()
                .contains("our team needs 24 hours to prepare");
        assertThat(choose(tomas, at(DAY.plusDays(40), 10, 0)))
                .hasStatus(422)
                .bodyText()
                .contains("This time is too far ahead. Choose one until Jul 1, 2027.");
        assertThat(choose(tomas, at(DAY, 10, 7))).hasStatus(422).bodyText().contains("The next free times");
        assertThat(taken(ana, "HOLD")).isZero();
    }

    @Test
    void holdsATimeForFiveMinutesAndForFiveMore() throws Exception {
        answerWhat();
        answerAbout(tomas);
        choose(tomas, at(DAY, 10, 0));
        clock.pass(Duration.ofMinutes(4));
        assertThat(leadsTo(send("/consultations/new/keep"))).isEqualTo("/consultations/new/check");
        clock.pass(Duration.ofMinutes(4));
        assertThat(page(get("/consultations/new/check")).select("#held").text()).contains("until 12:09 pm");
        clock.pass(Duration.ofMinutes(2));
        var over = page(get("/consultations/new/check"));
        assertThat(over.select("#held").text()).contains("We no longer keep this time for you.");
        assertThat(leadsTo(send("/consultations/new/check", "once", once())))
                .as("still free, so it is theirs")
                .endsWith("/booked");
    }

    @Test
    void booksTheTimeThatThePageShowsThoughAnotherTabChoseAnother() throws Exception {
        answerWhat();
        answerAbout(tomas);
        choose(tomas, at(DAY, 10, 0));
        var shown = page(get("/consultations/new/check")).select("input[name=starts]");
        choose(tomas, at(DAY, 10, 45));
        var sent = send("/consultations/new/check", "once", once(), "starts", shown.val());
        assertThat(page(get(leadsTo(sent))).text()).contains("10:00 am to 10:30 am");
    }

    @Test
    void saysThatATimeWasTakenAndOffersTheNextOnes() throws Exception {
        answerWhat();
        answerAbout(tomas);
        choose(tomas, at(DAY, 10, 0));
        clock.pass(Duration.ofMinutes(6));
        var zoe = people.staff("Zoe Quick");
        post(zoe, "/consultations/new", "offering", oneself.toString());
        answerAbout(zoe);
        assertThat(choose(zoe, at(DAY, 10, 0))).hasStatus(303);

        var once = once();
        var late = send("/consultations/new/check", "once", once);
        assertThat(late).hasStatus(422);
        var page = page(late);
        assertThat(page.select(".error-summary").text()).contains("This time was just taken");
        assertThat(page.select("input[name=starts]").eachAttr("value"))
                .hasSize(6)
                .first()
                .isEqualTo("2027-06-08T14:30:00Z");
        assertThat(page.select(".check-list").text()).contains("How do we take people along?");
        assertThat(leadsTo(send("/consultations/new/keep"))).isEqualTo("null");
        var sent = send("/consultations/new/check", "once", once, "starts", "2027-06-08T14:30:00Z");
        assertThat(leadsTo(sent)).endsWith("/booked");
        assertThat(page(get(leadsTo(sent))).text()).contains("10:30 am to 11:00 am");
    }

    @Test
    void givesATimeBackThatWasChosenForOtherTerms() throws Exception {
        answerWhat();
        answerAbout(tomas);
        choose(tomas, at(DAY, 10, 0));
        send("/consultations/new/about?then=check", "topic", "T", "words", "W", "format", "VIDEO", "minutes", "60");
        assertThat(taken(ana, "HOLD")).isZero();
        assertThat(leadsTo(get("/consultations/new/check"))).isEqualTo("/consultations/new/time");
    }

    @Test
    void turnsWishesIntoARequest() throws Exception {
        answerWhat();
        answerAbout(tomas);
        assertThat(send("/consultations/new/wishes", "times", " ")).hasStatus(422);
        assertThat(leadsTo(send("/consultations/new/wishes", "times", "Only at night")))
                .endsWith("/check");
        var check = page(get("/consultations/new/check"));
        assertThat(check.text()).contains("Only at night", "Send the request");
        var sent = send("/consultations/new/check", "once", once());
        assertThat(leadsTo(sent)).matches("/requests/R-\\d+/done");
        var reference = Reference.of(leadsTo(sent).split("/")[2]);
        assertThat(does(ana, () -> desk.get(reference)).status()).isEqualTo(Status.NEW);
        assertThat(letters("item-received")).hasSize(1);
        assertThat(get("/requests/" + reference)).bodyText().contains("Only at night");
    }

    @Test
    void noticesThatAnOfferingWasClosedMeanwhile() throws Exception {
        answerWhat();
        answerAbout(tomas);
        choose(tomas, at(DAY, 10, 0));
        var once = once();
        offerings.close(oneself.value());
        var back = leadsTo(get(leadsTo(send("/consultations/new/check", "once", once))));
        assertThat(back).isEqualTo("/consultations/new?again=1&then=check");
        assertThat(get(back)).bodyText().contains("This is no longer offered. Choose another.");
        assertThat(send("/consultations/new", "offering", oneself.toString()))
                .hasStatus(422)
                .bodyText()
                .contains("This is no longer offered. Choose another.");
    }

    @Test
    void offersTheHostOneHadBefore() throws Exception {
        var ben = hosts.host("Ben Host");
        var shared = offerings.offering(OfferingKind.ONESELF, ana, ben);
        book(at(DAY, 10, 0));
        send("/consultations/new", "offering", shared.toString());
        answerAbout(tomas);
        var page = page(get("/consultations/new/time?day=" + DAY));
        assertThat(page.select("label[for=same]").text()).isEqualTo("I would like Ana Host again, whom I had before");
        assertThat(page.select(".slot:has(input[value=2027-06-08T14:00:00Z])").text())
                .doesNotContain("with Ana Host");
        assertThat(page.select(".slot:has(input[value=2027-06-08T16:00:00Z])").text())
                .contains("with Ana Host");
        send("/consultations/new/time", "starts", "2027-06-08T16:00:00Z", "same", "true");
        var sent = send("/consultations/new/check", "once", once());
        assertThat(page(get(leadsTo(sent))).select(".done-panel").text()).contains("Ana Host");
        offerings.close(shared.value());
    }

    @Test
    void isMovedAndCanceledOnItsPage() throws Exception {
        var reference = book(at(DAY, 10, 0));
        var mine = page(get("/requests/" + reference));
        assertThat(mine.select("#slot").text()).isEqualTo("Your time");
        assertThat(mine.select("a[href$=/move], a[href$=/cancel]")).hasSize(2);
        assertThat(mine.select("a[href$=/withdraw]")).isEmpty();
        assertThat(page(get("/consultations/" + reference + "/move?day=" + DAY))
                        .select(".slot")
                        .text())
                .as("half of its own time is free for it")
                .contains("10:30 am");
        assertThat(leadsTo(send("/consultations/" + reference + "/move", "starts", "2027-06-09T15:00:00Z")))
                .isEqualTo("/requests/" + reference);
        assertThat(page(get("/requests/" + reference)).text()).contains("Wednesday, June 9, 2027", "11:00 am");
        assertThat(does(ana, () -> desk.get(reference)).wakesAt()).isEqualTo(at(DAY.plusDays(1), 11, 30));
        assertThat(letters("consultation-moved")).hasSize(1);
        assertThat(letters("consultation-moved-host")).hasSize(1);
        assertThat(sequence(reference)).isEqualTo(1);

        assertThat(get("/consultations/" + reference + "/cancel")).hasStatusOk();
        assertThat(send("/consultations/" + reference + "/cancel")).hasStatus(303);
        assertThat(does(ana, () -> desk.get(reference)).status()).isEqualTo(Status.SETTLED);
        assertThat(does(ana, () -> desk.get(reference)).outcome()).isEqualTo("canceled");
        assertThat(taken(ana, "BOOKING")).isZero();
        assertThat(sequence(reference)).isEqualTo(2);
        assertThat(letters("consultation-canceled")).hasSize(1);
        assertThat(letters("consultation-canceled-booker")).hasSize(1);
        assertThat(send("/consultations/" + reference + "/cancel")).hasStatus(409);
    }

    private int sequence(Reference reference) {
        return database.sql("""
                        select b.sequence from consultation_booking b
                        join consultation_request r on r.booking_id = b.id where r.reference = ?""").param(reference.number()).query(Integer.class).single();
    }

    @Test
    void isMovedAndCanceledByTheLinkOfItsMailWithoutSigningIn() throws Exception {
        var reference = book(at(DAY, 10, 0));
        var link = letters("consultation-booked").getFirst().second();
        var opened = browser.get().uri(link).exchange();
        assertThat(opened).hasStatusOk();
        assertThat(page(opened).text()).contains("Closing our page", "10:00 am", "Ana Host");
        assertThat(browser.get().uri(link + "/move?day=" + DAY)).hasStatusOk();
        assertThat(post(null, link + "/move", "starts", "2027-06-10T18:00:00Z")).hasStatus(303);
        assertThat(page(get("/requests/" + reference)).text()).contains("Thursday, June 10, 2027", "2:00 pm");
        assertThat(post(null, link + "/move", "starts", "x")).hasStatus(422);
        assertThat(post(null, link + "/cancel")).hasStatus(303);
        assertThat(browser.get().uri(link)).bodyText().contains("It was canceled.");
    }

    @Test
    void takesNoLinkThatWasNotSignedHere() throws Exception {
        book(at(DAY, 10, 0));
        var link = letters("consultation-booked").getFirst().second();
        var guest = letters("consultation-booked").getFirst().second().replace("/booking/", "");
        for (var madeUp : List.of(
                link.substring(0, link.length() - 2) + "AA",
                "/booking/x",
                "/booking/" + guest + "A",
                "/booking/" + UUID.randomUUID()))
            assertThat(browser.get().uri(madeUp)).as(madeUp).hasStatus(404);
    }

    @Test
    void asksTheHostWhenItIsTooLateToChange() throws Exception {
        var reference = book(at(DAY, 10, 0));
        clock.hold(at(DAY.minusDays(1), 10, 0));
        assertThat(page(get("/requests/" + reference)).text()).contains("begins in less than 2 days");
        assertThat(get("/consultations/" + reference + "/move"))
                .hasStatusOk()
                .bodyText()
                .contains("Ask your host");
        assertThat(send("/consultations/" + reference + "/cancel")).hasStatus(409);
        assertThat(taken(ana, "BOOKING")).isEqualTo(1);
        assertThat(send("/consultations/" + reference + "/ask-host", "words", " "))
                .hasStatus(422);
        assertThat(send("/consultations/" + reference + "/ask-host", "words", "I am ill"))
                .hasStatus(303);
        assertThat(does(ana, () -> desk.get(reference)).status()).isEqualTo(Status.OPEN);
        var asked = letters("consultation-change-asked").getFirst();
        assertThat(asked.to().getFirst().mail()).isEqualTo(ana.mail());
        assertThat(asked.words()).isEqualTo("I am ill");
        assertThat(get("/requests/" + reference)).bodyText().contains("I am ill");
    }

    @Test
    void isNobodyElsesToChange() throws Exception {
        var reference = book(at(DAY, 10, 0));
        var other = people.staff();
        for (var verb : List.of("move", "cancel", "booked"))
            assertThat(browser.get()
                            .uri("/consultations/" + reference + "/" + verb)
                            .with(as(other)))
                    .hasStatus(404);
        for (var verb : List.of("move", "cancel", "ask-host"))
            assertThat(post(other, "/consultations/" + reference + "/" + verb, "words", "x"))
                    .hasStatus(404);
    }

    @Test
    void tellsTheNumberToWhoeverGaveItAndToTheTeamAlone() throws Exception {
        answerWhat();
        send(
                "/consultations/new/about",
                "topic",
                "T",
                "words",
                "W",
                "format",
                "PHONE",
                "minutes",
                "30",
                "phone",
                "734-555-0199");
        choose(tomas, at(DAY, 10, 0));
        var sent = send("/consultations/new/check", "once", once());
        assertThat(get(leadsTo(sent))).bodyText().contains("Your host calls you at 734-555-0199.");
        assertThat(events.stream(Mailed.class)
                        .flatMap(event -> event.letters().stream())
                        .flatMap(letter -> letter.facts().values().stream()))
                .noneMatch(fact -> fact.contains("555"));
    }

    @Test
    void makesOneBookingOfAFormThatIsSentTwiceAtOnce() throws Exception {
        answerWhat();
        answerAbout(tomas);
        choose(tomas, at(DAY, 10, 0));
        var once = once();
        var sends = new ArrayList<Callable<String>>();
        for (int i = 0; i < 6; i++) sends.add(() -> leadsTo(send("/consultations/new/check", "once", once)));
        var references = new HashSet<String>();
        try (var pool = Executors.newFixedThreadPool(6)) {
            for (var sent : pool.invokeAll(sends)) references.add(sent.get());
        }
        assertThat(references).hasSize(1);
        assertThat(taken(ana, "BOOKING")).isEqualTo(1);
    }

    @Test
    void opensWithFewStatements() {
        answerWhat();
        answerAbout(tomas);
        assertThat(Statements.of(() -> get("/consultations/new/time"))).hasSizeLessThanOrEqualTo(10);
    }
}
