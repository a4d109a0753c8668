package org.ambassadorportal.ambassador;

import static org.ambassadorportal.ambassador.AmbassadorRoom.handle;
import static org.ambassadorportal.ambassador.AmbassadorRoom.unique;
import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The review on the desk's page, as the comms team, and suspending a page. */
@PortalTest
@Import({TestPeople.class, AmbassadorRoom.class})
class ReviewPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AmbassadorRoom room;

    @Autowired
    TestPeople people;

    @Autowired
    Enrolling enrolling;

    @Autowired
    Reviewing reviewing;

    PersonRow person;
    PersonRow team;

    @BeforeEach
    void people() {
        person = people.staff("Amara " + unique());
        team = people.comms();
    }

    private Reference sent() {
        return room.sent(person, room.answers(person.name(), List.of("sepsis"), "x.com/" + handle()));
    }

    @Test
    void theDeskShowsWhatWasEnteredWithLinksThatGiveNothingAway() {
        var page = Jsoup.parse(text(get("/desk/enrollment/" + sent())));
        var part = page.selectFirst(".item-part");
        assertThat(part.text())
                .contains(person.name(), "Clinical professor", "sepsis", "I teach by day.", "Policies read:");
        var link = part.selectFirst(".places a");
        assertThat(link.attr("href")).startsWith("https://x.com/");
        assertThat(link.attr("rel")).contains("noopener").contains("nofollow");
        assertThat(part.select("form")).hasSize(3);
    }

    @Test
    void approvesAndPublishes() {
        var reference = sent();
        assertThat(post("/desk/enrollments/" + reference + "/approve", "version", version(reference)))
                .hasStatus(303);
        assertThat(get("/desk/enrollment/" + reference))
                .hasStatusOk()
                .bodyText()
                .contains("Approved");
        assertThat(mvc.get().uri("/ambassadors/" + room.slug(person)))
                .hasStatusOk()
                .bodyText()
                .contains(person.name());
    }

    @Test
    void asksForChangesWithWordsAndNeverWithout() {
        var reference = sent();
        assertThat(post("/desk/enrollments/" + reference + "/ask", "changes", " ", "version", version(reference)))
                .hasStatus(422)
                .bodyText()
                .contains("Say what should be changed");
        assertThat(post(
                        "/desk/enrollments/" + reference + "/ask",
                        "changes",
                        "Your full title, please.",
                        "version",
                        version(reference)))
                .hasStatus(303);
        assertThat(room.state(reference)).isEqualTo("CHANGES_ASKED");
        assertThat(get("/desk/enrollment/" + reference)).bodyText().contains("Your full title, please.", "Pending");
    }

    @Test
    void declinesWithAReasonThatTheRequesterReads() {
        var reference = sent();
        assertThat(post("/desk/enrollments/" + reference + "/decline", "reason", "", "version", version(reference)))
                .hasStatus(422)
                .bodyText()
                .contains("Give the reason");
        assertThat(post(
                        "/desk/enrollments/" + reference + "/decline",
                        "reason",
                        "This is not your profile.",
                        "version",
                        version(reference)))
                .hasStatus(303);
        assertThat(mvc.get().uri("/me").with(as(person))).bodyText().contains("This is not your profile.");
        assertThat(mvc.get().uri("/requests/" + reference).with(as(person)))
                .hasStatusOk()
                .bodyText()
                .contains("This is not your profile.", "Declined");
    }

    @Test
    void theSecondOfTwoWhoDecideSeesWhatHappenedAndLosesNothing() {
        var reference = sent();
        var version = version(reference);
        var other = people.comms("Other Reviewer");
        does(other, () -> reviewing.approve(reference, other.id(), null));
        assertThat(post(
                        "/desk/enrollments/" + reference + "/decline",
                        "reason",
                        "My long and careful words.",
                        "version",
                        version))
                .hasStatus(409)
                .bodyText()
                .contains("This was decided before you sent that", "Other Reviewer", "My long and careful words.");
    }

    @Test
    void whoEnrolledSeesNoFormAndIsRefused() {
        person = people.comms("Comms " + unique());
        var reference = sent();
        var page =
                mvc.get().uri("/desk/enrollment/" + reference).with(as(person)).exchange();
        assertThat(page).hasStatusOk().bodyText().contains("You sent this yourself");
        assertThat(Jsoup.parse(text(page)).select(".item-part form")).isEmpty();
        assertThat(mvc.post()
                        .uri("/desk/enrollments/" + reference + "/approve")
                        .with(as(person))
                        .with(csrf()))
                .hasStatus(403);
        assertThat(room.state(reference)).isEqualTo("SUBMITTED");
    }

    @Test
    void staffReachNoneOfIt() {
        var reference = sent();
        for (var path : List.of("/approve", "/ask", "/decline"))
            assertThat(mvc.post()
                            .uri("/desk/enrollments/" + reference + path)
                            .with(as(person))
                            .with(csrf()))
                    .hasStatus(403);
        assertThat(mvc.get().uri("/desk/enrollments/" + reference + "/photo").with(as(person)))
                .hasStatus(403);
    }

    @Test
    void aChangeIsShownBesideThePageThatStands() {
        room.approve(sent());
        var slug = room.slug(person);
        var unit = room.unit("Office of " + unique());
        var change = does(
                person,
                () -> room.enroll(
                        person.id(),
                        new AmbassadorRoom.Answers(
                                person.name(),
                                "MD",
                                "Full professor",
                                unit,
                                List.of("other"),
                                List.of("French"),
                                "Other.",
                                List.of("linkedin.com/in/new-" + unique()))));
        assertThat(mvc.get().uri("/requests/" + change + "/done").with(as(person)))
                .bodyText()
                .contains("We have your changes", "Your page as published stands until then", "hear from us by")
                .doesNotContain("We have your enrollment", "Your page is in the directory");
        assertThat(mvc.get().uri("/requests/" + change).with(as(person)))
                .bodyText()
                .contains("Change of a page", "Your page as published stands until we have approved them");
        assertThat(room.database
                        .sql("select facts::text from email where reference = ? and letter = 'item-received'")
                        .param(change.toString())
                        .query(String.class)
                        .single())
                .contains("Change of a page", "Your changes are with us", "desk.answer-by");
        var part = Jsoup.parse(text(get("/desk/enrollment/" + change))).selectFirst(".item-part");
        assertThat(part.select("del").eachText()).contains("Clinical professor");
        assertThat(part.select("ins").eachText()).contains("Full professor");
        assertThat(part.select(".places").text()).contains("new").contains("taken away");
        var page = mvc.get().uri("/ambassadors/" + slug).exchange();
        assertThat(page).hasStatusOk().bodyText().contains("Clinical professor").doesNotContain("Full professor");
        assertThat(post("/desk/enrollments/" + change + "/approve", "version", version(change)))
                .hasStatus(303)
                .flash()
                .extractingByKey("flash")
                .asString()
                .contains("review.approved.change");
        assertThat(mvc.get().uri("/ambassadors/" + slug))
                .hasStatusOk()
                .bodyText()
                .contains("Full professor", "linkedin.com/in/new-", "sepsis", "English", "I teach by day.")
                .doesNotContain("French");
    }

    @Test
    void aPageIsSuspendedWithAReasonAndBroughtBack() {
        room.approve(sent());
        var slug = room.slug(person);
        assertThat(mvc.get().uri("/ambassadors/" + slug).with(as(team)))
                .bodyText()
                .contains("Suspend this page");
        assertThat(mvc.get().uri("/ambassadors/" + slug).with(as(people.staff())))
                .bodyText()
                .doesNotContain("Suspend this page");
        assertThat(post("/desk/ambassadors/" + slug + "/suspend", "reason", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Give the reason");
        assertThat(post("/desk/ambassadors/" + slug + "/suspend", "reason", "A patient can be recognized."))
                .hasStatus(303);
        assertThat(mvc.get().uri("/ambassadors/" + slug))
                .hasStatus(410)
                .bodyText()
                .doesNotContain(person.name());
        assertThat(mvc.get().uri("/me").with(as(person)))
                .bodyText()
                .contains("A patient can be recognized.", "Suspended");
        assertThat(get("/desk/ambassadors")).bodyText().contains(person.name(), "A patient can be recognized.");
        assertThat(post("/desk/ambassadors/" + slug + "/suspend", "reason", "Again."))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else suspended");
        assertThat(post("/desk/ambassadors/" + slug + "/restore")).hasStatus(303);
        assertThat(mvc.get().uri("/ambassadors/" + slug)).hasStatusOk();
        assertThat(post("/desk/ambassadors/" + slug + "/restore")).hasStatus(409);
    }

    @Test
    void aStaffPersonSuspendsNothing() {
        room.approve(sent());
        assertThat(mvc.post()
                        .uri("/desk/ambassadors/" + room.slug(person) + "/suspend")
                        .param("reason", "x")
                        .with(as(person))
                        .with(csrf()))
                .hasStatus(403);
    }

    @Test
    void aReferenceOfAnotherKindOrOfNobodyLeadsNowhere() {
        assertThat(post("/desk/enrollments/R-99999999/approve")).hasStatus(404);
        assertThat(post("/desk/enrollments/nonsense/approve")).hasStatus(404);
    }

    private String version(Reference reference) {
        var page = Jsoup.parse(text(get("/desk/enrollment/" + reference)));
        return page.selectFirst("form[action$=/decline] input[name=version]").val();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(as(team)).exchange();
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = mvc.post().uri(path);
        for (int at = 0; at < parameters.length; at += 2) request = request.param(parameters[at], parameters[at + 1]);
        return request.with(as(team)).with(csrf()).exchange();
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
