package org.ambassadorportal.amplification;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.consultation.Surroundings;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.organization.When;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
class AmplifyPagesTests {

    private static final String NEW = "/amplifications/new";

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient database;

    @Autowired
    When when;

    Surroundings surroundings;
    PersonRow tomas;

    @BeforeEach
    void person() {
        surroundings = new Surroundings(database);
        tomas = people.staff("Tomás Sample");
    }

    private MvcTestResult get(String address) {
        return browser.get().uri(address).with(as(tomas)).exchange();
    }

    private MvcTestResult send(String address, String... fields) {
        var request = browser.post().uri(address).with(as(tomas)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) request = request.param(fields[at], fields[at + 1]);
        return request.exchange();
    }

    private static Document page(MvcTestResult answer) throws Exception {
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private static String leadsTo(MvcTestResult answer) {
        return answer.getResponse().getHeader("Location");
    }

    private void story(String text) {
        assertThat(send(
                        NEW,
                        "subject",
                        "STORY",
                        "title",
                        "A paper on sleep",
                        "text",
                        text,
                        "link",
                        "news.example.org/sleep"))
                .hasStatus(303);
    }

    private void where() {
        assertThat(send(NEW + "/where", "help", "POST", "help", "WORDING")).hasStatus(303);
    }

    private void nobody() {
        assertThat(send(NEW + "/people", "pictures", "OWN", "patients", "no", "nobody", "true"))
                .hasStatus(303);
    }

    @Test
    void whatIsWrongInOneOfSeveralTextsIsSaidAtTheirFieldAndTheSummaryLinksThere() throws Exception {
        story("We looked at sleep.");
        var answer = send(NEW + "/where", "help", "POST", "ambassadors", "", "ambassadors", "bad\u0000text");
        assertThat(answer).hasStatus(422);
        var page = page(answer);
        assertThat(page.select("#ambassadors-error")).hasSize(1);
        var links = page.select(".error-summary a");
        assertThat(links).isNotEmpty();
        for (var link : links) {
            assertThat(page.select(link.attr("href"))).as(link.attr("href")).hasSize(1);
        }
    }

    private String once() throws Exception {
        return page(get(NEW + "/check")).select("input[name=once]").val();
    }

    private static String[] with(String[] fields, String... more) {
        return Stream.concat(Arrays.stream(fields), Arrays.stream(more)).toArray(String[]::new);
    }

    private static String[] confirmedBut(PatientRule... missing) {
        var fields = new ArrayList<>(List.of("pictures", "OWN", "patients", "yes"));
        for (var rule : PatientRule.values())
            if (!List.of(missing).contains(rule)) fields.addAll(List.of("confirmed", rule.name()));
        return fields.toArray(String[]::new);
    }

    @Test
    void goesFromTheStoryToAReference() throws Exception {
        story("We slept on it.");
        where();
        nobody();
        var check = page(get(NEW + "/check"));
        assertThat(check.select(".check-list").text())
                .contains(
                        "A paper on sleep",
                        "A post by an official account",
                        "The comms team chooses",
                        "None is involved; confirmed");
        assertThat(check.text()).contains("You work here.");
        assertThat(check.select(".warned")).isEmpty();
        var sent = send(NEW + "/check", "once", once());
        assertThat(leadsTo(sent)).matches("/requests/R-\\d+/done");
        assertThat(get(leadsTo(sent))).hasStatusOk().bodyText().contains("We choose an account and a day");
        assertThat(get(leadsTo(sent).replace("/done", "")))
                .hasStatusOk()
                .bodyText()
                .contains("https://news.example.org/sleep");
    }

    @Test
    void asksForAColleagueWhoSeesItToo() throws Exception {
        var colleague = people.staff("Noor Invented");
        var fields = new String[] {"subject", "STORY", "title", "T", "text", "W", "whom", "colleague", "colleague"};
        assertThat(send(NEW, with(fields, "someone@elsewhere.example"))).hasStatus(422);
        assertThat(send(NEW, with(fields, colleague.mail()))).hasStatus(303);
        where();
        nobody();
        assertThat(page(get(NEW + "/check")).text()).contains(colleague.mail());
        var request = leadsTo(send(NEW + "/check", "once", once())).replace("/done", "");
        assertThat(get(request)).hasStatusOk();
        assertThat(browser.get().uri(request).with(as(colleague))).hasStatusOk();
        assertThat(browser.get().uri(request).with(as(people.staff()))).hasStatus(404);
    }

    @Test
    void theStepsThatCanBeOpenedAreLinks() throws Exception {
        assertThat(page(get(NEW)).select("ol.steps a")).isEmpty();
        story("We slept on it.");
        assertThat(page(get(NEW)).select("ol.steps a").eachText()).containsExactly("When and where");
        where();
        var people = page(get(NEW + "/people"));
        assertThat(people.select("ol.steps a").eachText()).containsExactly("What it is", "When and where");
        assertThat(people.select("ol.steps [aria-current=step]").text()).isEqualTo("The people in it");
        assertThat(people.select(".crumb a").attr("href")).isEqualTo(NEW + "/where");
    }

    @ParameterizedTest
    @EnumSource(PatientRule.class)
    void isBlockedWhileALineOfTheChecklistIsNotConfirmed(PatientRule missing) throws Exception {
        story("We slept on it.");
        where();
        var answer = send(NEW + "/people", confirmedBut(missing));
        assertThat(answer).hasStatus(422);
        var page = page(answer);
        assertThat(page.select(".error-summary a").eachText())
                .containsExactly(
                        "This cannot be sent while a line is not confirmed. Call 734-764-2220 before anything is posted.");
        assertThat(page.select("input[name=confirmed][checked]")).hasSize(PatientRule.values().length - 1);
        // Nor by the back door: the draft is kept, and cannot be sent.
        assertThat(leadsTo(get(NEW + "/check"))).startsWith(NEW + "/people?again");
        assertThat(leadsTo(send(NEW + "/check", "once", tomas.id().toString()))).isEqualTo(NEW + "/check");
        assertThat(requests()).isZero();
    }

    private int requests() {
        return database.sql("select count(*) from amplification_request where requester_id = ?")
                .param(tomas.id().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void isSentWhenEveryLineIsConfirmed() throws Exception {
        story("We slept on it.");
        where();
        assertThat(send(NEW + "/people", confirmedBut())).hasStatus(303);
        send(NEW + "/check", "once", once());
        assertThat(database.sql("select count(*) from amplification_confirmed c join amplification_request r"
                                + " on r.id = c.request_id where r.requester_id = ? and r.patients")
                        .param(tomas.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(PatientRule.values().length);
    }

    @Test
    void asksToConfirmThatNobodyIsInvolved() {
        story("We slept on it.");
        where();
        assertThat(send(NEW + "/people", "pictures", "NONE", "patients", "no")).hasStatus(422);
        assertThat(send(NEW + "/people", "pictures", "NONE"))
                .hasStatus(422)
                .bodyText()
                .contains("Say whether patients or their stories are involved.");
        assertThat(send(NEW + "/people", "patients", "no", "nobody", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("Say who holds the rights in the pictures.");
    }

    @Test
    void warnsAtWhatLooksRevealingAndAsksToLookAgain() throws Exception {
        story("Call her at 734-555-0199, born on May 3, 1961, MRN 12345678.");
        where();
        nobody();
        var check = page(get(NEW + "/check"));
        assertThat(check.select(".warned li").eachText())
                .hasSize(3)
                .anyMatch(line -> line.equals("“734-555-0199” looks like a phone number"))
                .anyMatch(line -> line.endsWith("looks like a record number"))
                .anyMatch(line -> line.endsWith("looks like a date of birth"));
        var without = send(NEW + "/check", "once", once());
        assertThat(without).hasStatus(422).bodyText().contains("Look again at what could give away who a person is");
        assertThat(requests()).isZero();
        assertThat(leadsTo(send(NEW + "/check", "once", once(), "looked", "true")))
                .contains("/done");
        assertThat(database.sql("select array_length(warnings, 1) from amplification_request where requester_id = ?")
                        .param(tomas.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "//example.org/story",
                "https://example.org\t/story",
                "https://example.org@evil.example.com",
                "file:///etc/passwd"
            })
    void refusesALinkThatIsNoWebAddress(String link) throws Exception {
        var answer = send(NEW, "subject", "STORY", "title", "T", "text", "W", "link", link);
        assertThat(answer).hasStatus(422).bodyText().containsAnyOf("This is no web address.", "Use one line only");
        assertThat(page(answer).select("#title").val()).isEqualTo("T");
        assertThat(send(NEW + "/where", "help", "REPOST", "repost", link)).hasStatus(422);
    }

    @Test
    void asksForTheDayOfAnEventAndRefusesOneThatHasPassed() {
        send(NEW, "subject", "EVENT", "title", "T", "text", "W");
        assertThat(send(NEW + "/where", "help", "LIVE"))
                .hasStatus(422)
                .bodyText()
                .contains("Give the day of the event.");
        assertThat(send(
                        NEW + "/where",
                        "help",
                        "LIVE",
                        "day",
                        when.today().minusDays(1).toString()))
                .hasStatus(422)
                .bodyText()
                .contains("This day has passed.");
        assertThat(send(NEW + "/where", "help", "LIVE", "day", when.today().toString(), "time", "6 pm"))
                .hasStatus(303);
    }

    @Test
    void asksWhatKindOfHelpIsWanted() {
        story("W");
        assertThat(send(NEW + "/where")).hasStatus(422).bodyText().contains("Choose what kind of help you would like.");
        assertThat(send(NEW + "/where", "help", "REPOST"))
                .hasStatus(422)
                .bodyText()
                .contains("Give the address of the post.");
        assertThat(send(NEW + "/where", "help", "OTHER"))
                .hasStatus(422)
                .bodyText()
                .contains("Say what else we can do.");
        assertThat(send(NEW + "/where", "help", "DANCE"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose from the list.");
    }

    @Test
    void takesAccountsFromTheRegistryAndAmbassadorsFromTheDirectory() throws Exception {
        var account = surroundings.account("Placeholder Health");
        var amina = people.staff("Amina Ünreal " + tomas.id().toString().substring(28));
        surroundings.page(amina);
        story("W");
        assertThat(send(NEW + "/where", "help", "POST", "accounts", "nonsense")).hasStatus(422);
        assertThat(send(NEW + "/where", "help", "POST", "ambassadors", "Nobody Known At All"))
                .hasStatus(422)
                .bodyText()
                .contains("We know no ambassador called “Nobody Known At All”");
        assertThat(send(
                        NEW + "/where",
                        "help",
                        "POST",
                        "accounts",
                        account.toString(),
                        "ambassadors",
                        amina.name().toUpperCase()))
                .hasStatus(303);
        nobody();
        assertThat(page(get(NEW + "/check")).text()).contains("Placeholder Health");
        send(NEW + "/check", "once", once());
        assertThat(database.sql("select count(*) from amplification_ambassador where person_id = ?")
                        .param(amina.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void offersNamesWhileOneTypes() throws Exception {
        var name = "Zebulon Ünreal" + tomas.id().toString().substring(28);
        surroundings.page(people.staff(name));
        assertThat(page(get(NEW + "/ambassadors?ambassadors=zebulon unreal"))
                        .select("option")
                        .eachAttr("value"))
                .contains(name);
        assertThat(get(NEW + "/ambassadors?ambassadors=")).hasStatusOk();
    }

    @Test
    void knowsAnAmbassadorWhoAsks() throws Exception {
        tomas = people.staff("Quirin Sample " + tomas.id().toString().substring(28));
        surroundings.page(tomas);
        assertThat(page(get(NEW + "/where")).select("#ambassadors").val()).isEqualTo(tomas.name());
    }

    @Test
    void keepsWhatWasTypedWithItsMistakes() throws Exception {
        var answer = send(NEW, "title", "<b>bold</b> & [[${7*7}]]", "text", "x\u0000y", "subject", "NOVEL");
        assertThat(answer).hasStatus(422);
        var page = page(answer);
        assertThat(page.select("#title").val()).isEqualTo("<b>bold</b> & [[${7*7}]]");
        assertThat(page.text()).contains("Choose whether it is a story or an event.");
        for (var link : page.select(".error-summary a"))
            assertThat(page.select(link.attr("href"))).as(link.attr("href")).isNotEmpty();
        send(NEW, "title", "Half", "later", "1");
        assertThat(page(get(NEW)).select("#title").val()).isEqualTo("Half");
    }

    @Test
    void makesOneRequestOfAFormThatIsSentTwiceAtOnce() throws Exception {
        story("We slept on it.");
        where();
        nobody();
        var once = once();
        var sends = new ArrayList<Callable<String>>();
        for (int i = 0; i < 6; i++) sends.add(() -> leadsTo(send(NEW + "/check", "once", once)));
        var references = new HashSet<String>();
        try (var pool = Executors.newFixedThreadPool(6)) {
            for (var sent : pool.invokeAll(sends)) references.add(sent.get());
        }
        assertThat(references).hasSize(1);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void takesNoFieldThatItDidNotAskFor() throws Exception {
        send(
                NEW,
                with(
                        new String[] {"subject", "STORY", "title", "T", "text", "W"},
                        "state",
                        "ACCEPTED",
                        "requester",
                        "x"));
        where();
        nobody();
        send(NEW + "/check", "once", once(), "state", "ACCEPTED");
        assertThat(database.sql("select state from amplification_request where requester_id = ?")
                        .param(tomas.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("PENDING");
    }

    @Test
    void isNotForAnybodyWhoIsNotSignedIn() {
        for (var address : List.of(NEW, NEW + "/people", NEW + "/ambassadors"))
            assertThat(browser.get().uri(address)).hasStatus(302);
    }
}
