package org.ambassadorportal.desk;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the team writes down for somebody who called or wrote. */
@PortalTest
class OnBehalfTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestPeople people;

    @Autowired
    Kinds kinds;

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient database;

    PersonRow tomas;
    PersonRow priya;

    @BeforeEach
    void aTeam() {
        tomas = people.staff("Tomás Sample");
        priya = people.comms("Priya Testcase");
    }

    private Document get(PersonRow who, String address) throws Exception {
        var response = browser.get().uri(address).with(as(who)).exchange().getResponse();
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse post(PersonRow who, String address, Map<String, String> fields) {
        var request = browser.post().uri(address).with(as(who)).with(csrf());
        fields.forEach((name, text) -> {
            for (var line : text.split("\n", -1)) request.param(name, line);
        });
        return request.exchange().getResponse();
    }

    private Map<String, String> call(String kind) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("way", "PHONE");
        fields.put("askerMail", tomas.mail());
        fields.put("kind", kind);
        fields.put("title", "Our lab on X");
        fields.put("words", "He wants to know how to begin.");
        return fields;
    }

    private Reference write(Map<String, String> fields) {
        var response = post(priya, "/desk/new", fields);
        assertThat(response.getStatus()).isEqualTo(303);
        return database.sql("select max(reference) from desk_told")
                .query((row, number) -> new Reference(row.getLong(1)))
                .single();
    }

    private ItemRow row(Reference reference) {
        return TestPeople.does(priya, () -> desk.get(reference));
    }

    private List<String> letters(Reference reference, PersonRow to) {
        return database.sql("select letter from email where reference = ? and recipient_id = ?")
                .params(reference.toString(), to.id().value())
                .query(String.class)
                .list();
    }

    @Test
    void aQuestionIsConfirmedToWhoeverAskedLikeOneOfTheirOwn() throws Exception {
        var reference = write(call("question"));
        assertThat(row(reference).incomplete()).isFalse();
        assertThat(row(reference).requester()).isEqualTo(tomas.id());
        assertThat(letters(reference, tomas)).containsExactly("item-received");
        assertThat(letters(reference, priya)).isEmpty();
        var page = get(tomas, "/requests/" + reference);
        assertThat(page.text()).contains("He wants to know how to begin.").contains("written down by Priya Testcase");
        assertThat(get(priya, "/desk/question/" + reference).text())
                .contains("Priya Testcase wrote it down after a call");
    }

    @Test
    void somebodyNewBecomesAPersonOfThePortal() {
        var fields = call("question");
        fields.put("askerMail", "new.caller@staff.test");
        fields.put("name", "Nora Caller");
        var reference = write(fields);
        assertThat(row(reference).requesterName()).isEqualTo("Nora Caller");
        assertThat(row(reference).requesterMail()).isEqualTo("new.caller@staff.test");
    }

    @Test
    void everyKindCanBeWrittenDownWithAllItsQuestionsOpen() throws Exception {
        for (var kind : kinds.all()) {
            var reference = write(call(kind.key()));
            get(priya, "/desk/" + kind.key() + "/" + reference);
            get(tomas, "/requests/" + reference);
            if (!row(reference).incomplete()) continue;
            var asked = get(priya, "/desk/new/" + reference);
            for (var one : TestPeople.does(priya, kind::asks))
                assertThat(asked.select("[name=" + one.name() + "]"))
                        .as(kind.key() + " " + one.name())
                        .isNotEmpty();
            assertThat(get(priya, "/desk/" + kind.key() + "/" + reference)
                            .select(".item-part .flash a")
                            .attr("href"))
                    .isEqualTo("/desk/new/" + reference);
        }
    }

    @Test
    void whatStayedOpenIsSaidByTheRequesterAndThenTheIntakeHasIt() throws Exception {
        var reference = write(call("consultation"));
        var known =
                Map.of("version", "0", "scope", "self", "topic", "Our lab on X", "format", "VIDEO", "minutes", "30");
        assertThat(post(priya, "/desk/new/" + reference, known).getStatus()).isEqualTo(303);
        assertThat(row(reference).incomplete()).isTrue();

        var mine = get(tomas, "/requests/" + reference);
        assertThat(mine.select(".request-part .flash").text()).contains("First day that suits");
        var form = get(tomas, mine.select(".request-part .flash a").attr("href"));
        assertThat(form.select("[name=topic]").val()).isEqualTo("Our lab on X");

        var rest = new LinkedHashMap<>(known);
        rest.put("version", form.select("[name=version]").val());
        rest.put("words", "How do we begin?");
        rest.put(
                "day1",
                java.time.LocalDate.now(java.time.Clock.systemUTC())
                        .plusDays(14)
                        .toString());
        rest.put("time1", "10:00");
        var sent = post(tomas, "/requests/" + reference + "/complete", rest);
        assertThat(sent.getStatus()).as(sent.getContentAsString()).isEqualTo(303);
        assertThat(row(reference).incomplete()).isFalse();
        assertThat(row(reference).unread()).isTrue();
        assertThat(get(priya, "/desk/consultation/" + reference)
                        .select("form[action$=/accept], form[action$=/decline]"))
                .isNotEmpty();
        assertThat(get(tomas, "/requests/" + reference).text()).contains("How do we begin?");
    }

    @Test
    void aStoryIsNotTakenInWithoutTheAnswersAboutPatients() throws Exception {
        var reference = write(call("amplification"));
        var known = new LinkedHashMap<String, String>();
        known.put("version", "0");
        known.put("subject", "STORY");
        known.put("title", "A prize for our lab");
        known.put("text", "We won a prize.");
        known.put("help", "POST\nWORDING");
        known.put("pictures", "NONE");
        assertThat(post(priya, "/desk/new/" + reference, known).getStatus()).isEqualTo(303);
        assertThat(row(reference).incomplete()).isTrue();
        known.put("version", "1");
        known.put("patients", "no");
        known.put("nobody", "true");
        assertThat(post(priya, "/desk/new/" + reference, known).getStatus()).isEqualTo(303);
        assertThat(row(reference).incomplete()).isFalse();
        assertThat(get(priya, "/desk/amplification/" + reference).text()).contains("We won a prize.");
    }

    @Test
    void whoeverEnrollsSaysTheRestThemselvesUnderTheSameReference() throws Exception {
        var reference = write(call("enrollment"));
        var known = Map.of("version", "0", "title", "Clinical professor", "profiles", "https://x.com/drsample");
        assertThat(post(priya, "/desk/new/" + reference, known).getStatus()).isEqualTo(303);
        assertThat(row(reference).incomplete()).isTrue();
        assertThat(get(tomas, "/requests/" + reference)
                        .select(".request-part .flash a")
                        .attr("href"))
                .isEqualTo("/enroll");
        assertThat(database.sql("select typed from enrollment_profile p join enrollment e on e.id = p.enrollment_id"
                                + " where e.person_id = ?")
                        .param(tomas.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("https://x.com/drsample");
        assertThat(TestPeople.does(tomas, () -> desk.incomplete(tomas.id(), "enrollment")))
                .contains(reference);
    }

    @Test
    void aWrongAnswerIsSaidAtItsFieldAndNothingTypedIsLost() throws Exception {
        var reference = write(call("consultation"));
        var response = post(
                priya,
                "/desk/new/" + reference,
                Map.of("version", "0", "day1", "someday", "unit", "Nowhere", "scope", "department"));
        assertThat(response.getStatus()).isEqualTo(422);
        var page = Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select("#day1").val()).isEqualTo("someday");
        assertThat(page.select("#unit-error")).isNotEmpty();
        var naughty = post(priya, "/desk/new/" + reference, Map.of("version", "0", "topic", "a\u0000b"));
        assertThat(naughty.getStatus()).isEqualTo(422);
    }

    @Test
    void twoWhoAddAtOnceAreShownWhatTheOtherSaid() throws Exception {
        var reference = write(call("talk"));
        post(priya, "/desk/new/" + reference, Map.of("version", "0", "meeting", "Grand rounds"));
        var late = post(tomas, "/requests/" + reference + "/complete", Map.of("version", "0", "meeting", "Staff day"));
        assertThat(late.getStatus()).isEqualTo(409);
        var page = Jsoup.parse(late.getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.text()).contains("Grand rounds");
        assertThat(page.select("#meeting").val()).isEqualTo("Staff day");
    }

    @Test
    void somebodyElsesIsNotThere() {
        var reference = write(call("talk"));
        var other = people.staff("Olga Other");
        assertThat(browser.get()
                        .uri("/requests/" + reference + "/complete")
                        .with(as(other))
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void whatIsStillOpenCanBeSettledAndWithdrawnAllTheSame() {
        var settled = write(call("exception"));
        assertThat(post(priya, "/desk/exception/" + settled + "/settle", Map.of("outcome", "answered"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(row(settled).status()).isEqualTo(Status.SETTLED);
        var withdrawn = write(call("talk"));
        assertThat(post(tomas, "/requests/" + withdrawn + "/withdraw", Map.of()).getStatus())
                .isEqualTo(303);
        assertThat(row(withdrawn).outcome()).isEqualTo("withdrawn");
    }

    @Test
    void aFormWithoutTheNecessaryIsAnsweredAtItsFields() throws Exception {
        var response = post(priya, "/desk/new", Map.of("way", "", "title", "Kept"));
        assertThat(response.getStatus()).isEqualTo(422);
        var page = Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select("#title").val()).isEqualTo("Kept");
        assertThat(page.select("#askerMail-error, #kind-error, #way-error")).hasSize(3);
    }

    @Test
    void namesAreSuggested() throws Exception {
        var options = get(priya, "/desk/new/people?askerMail=" + tomas.mail().substring(0, 20));
        assertThat(options.select("option[value=" + tomas.mail() + "]")).hasSize(1);
    }
}
