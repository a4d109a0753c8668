package org.ambassadorportal.ambassador;

import static org.ambassadorportal.ambassador.AmbassadorRoom.handle;
import static org.ambassadorportal.ambassador.AmbassadorRoom.unique;
import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.policy.Policies;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of an enrollment, rendered and with security, as the person who enrolls. */
@PortalTest
@Import({TestPeople.class, AmbassadorRoom.class})
class EnrollPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AmbassadorRoom room;

    @Autowired
    TestPeople people;

    @Autowired
    Policies policies;

    @Autowired
    Reviewing reviewing;

    @Autowired
    Enrolling enrolling;

    @Autowired
    JdbcClient database;

    PersonRow person;
    String unit;

    @BeforeEach
    void somebodyAtAUnit() {
        person = people.staff("Amara " + unique());
        unit = "Department of " + unique();
        room.unit(unit);
    }

    @Test
    void anEnrollmentIsFilledInPageByPageAndSent() {
        assertThat(get("/enroll")).hasStatusOk().bodyText().contains("Start now");
        assertThat(page("/enroll/you").selectFirst("#name").val()).isEqualTo(person.name());
        assertThat(you("Clinical professor", unit)).hasStatus(303).hasRedirectedUrl("/enroll/profiles");
        assertThat(profiles(
                        "https://twitter.com/" + handle() + "?s=20", "linkedin.com/in/amara-" + unique() + "/?trk=nav"))
                .hasStatus(303)
                .hasRedirectedUrl("/enroll/policies");
        readPolicies();
        assertThat(get("/enroll")).hasRedirectedUrl("/enroll/public");
        assertThat(visible("x", "linkedin")).hasStatus(303).hasRedirectedUrl("/enroll/check");
        var check = page("/enroll/check");
        assertThat(check.text())
                .contains(
                        "Clinical professor",
                        unit,
                        "sepsis, sleep",
                        "https://x.com/",
                        "https://www.linkedin.com/in/amara-")
                .doesNotContain(person.mail());
        assertThat(check.select(".check-list a:contains(Change)")).hasSizeGreaterThanOrEqualTo(8);
        var sent = send(check);
        assertThat(sent).hasStatus(303);
        var done = sent.getResponse().getRedirectedUrl();
        assertThat(done).matches("/requests/R-\\d+/done");
        assertThat(get(done))
                .hasStatusOk()
                .bodyText()
                .contains("We have your enrollment", "Our team looks at it", "You will hear from us by");
        assertThat(send(check).getResponse().getRedirectedUrl())
                .as("the same form again")
                .isEqualTo(done);
        assertThat(get("/me")).hasStatusOk().bodyText().contains("With our team");
        assertThat(get("/enroll/you")).hasRedirectedUrl("/me");
    }

    @Test
    void anyoneReadsWhatItTakesBeforeSigningIn() {
        var start = mvc.get().uri("/enroll").exchange();
        assertThat(start)
                .hasStatusOk()
                .bodyText()
                .contains("What to have at hand", "What becomes public", "ten minutes", "Sign in and start")
                .contains("/sign-in?to=/enroll/you")
                .doesNotContain("Start now");
        assertThat(mvc.get().uri("/enroll/you")).hasStatus(302).hasRedirectedUrl("/sign-in?to=%2Fenroll%2Fyou");
    }

    @Test
    void everyStepIsThereAfterSigningOutAndInAgain() {
        you("Clinical professor", unit);
        profiles("x.com/" + handle(), "");
        assertThat(get("/enroll")).hasRedirectedUrl("/enroll/policies");
        assertThat(page("/enroll/you").selectFirst("#title").val()).isEqualTo("Clinical professor");
        assertThat(page("/enroll/you").selectFirst("#unit").val()).isEqualTo(unit);
        assertThat(page("/enroll/profiles").selectFirst("#x").val()).startsWith("x.com/");
    }

    @Test
    void aStepSentAfterTheSessionEndedIsHeldAndNothingTypedIsLost() {
        var answer = mvc.post()
                .uri("/enroll/you")
                .param("name", "Typed without a session")
                .param("title", "Clinical professor")
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus(401).hasForwardedUrl("/sign-in/ended");
    }

    @Test
    void whoSkipsAheadIsLedToTheFirstOpenStep() {
        assertThat(get("/enroll/check")).hasRedirectedUrl("/enroll/you");
        assertThat(get("/enroll/profiles")).hasRedirectedUrl("/enroll/you");
        you("Clinical professor", unit);
        assertThat(get("/enroll/public")).hasRedirectedUrl("/enroll/profiles");
        assertThat(get("/enroll/you")).as("Back works").hasStatusOk();
        assertThat(get("/enroll/no-such-step")).hasStatus(404);
    }

    @Test
    void whatIsMissingIsSaidAtItsFieldAndTheRestIsStoredAllTheSame() {
        var answer = post(
                "/enroll/you",
                "name",
                person.name(),
                "title",
                "",
                "unit",
                "No such unit",
                "topics",
                "sepsis",
                "languages",
                "English",
                "bio",
                "I teach by day.");
        assertThat(answer).hasStatus(422);
        var page = parse(answer);
        assertThat(page.title()).startsWith("Error:");
        assertThat(page.selectFirst(".error-summary").text()).contains("Give your title");
        assertThat(page.selectFirst("#title").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.selectFirst("#title").attr("aria-describedby")).contains("title-error");
        assertThat(page.selectFirst("#unit").val()).isEqualTo("No such unit");
        assertThat(page.selectFirst("#bio").val()).isEqualTo("I teach by day.");
        assertThat(page("/enroll/you").selectFirst("#bio").val()).isEqualTo("I teach by day.");
    }

    @Test
    void finishingLaterKeepsWhatIsThereWithoutAskingForTheRest() {
        assertThat(post(
                        "/enroll/you",
                        "name",
                        "Amara Later",
                        "title",
                        "",
                        "unit",
                        "",
                        "topics",
                        "",
                        "languages",
                        "",
                        "later",
                        "1"))
                .hasStatus(303)
                .hasRedirectedUrl("/me");
        assertThat(get("/me")).bodyText().contains("Draft", "Continue");
        assertThat(page("/enroll/you").selectFirst("#name").val()).isEqualTo("Amara Later");
        you("Clinical professor", unit);
        assertThat(post("/enroll/profiles", "x", "https://x.com/home", "later", "1"))
                .hasRedirectedUrl("/me");
        assertThat(page("/enroll/profiles").selectFirst("#x").val()).isEqualTo("https://x.com/home");
    }

    @Test
    void brokenTextIsAFieldErrorAndNeverAnErrorOfTheDatabase() {
        assertThat(post(
                        "/enroll/you",
                        "name",
                        "A\u0000B",
                        "title",
                        "x".repeat(5000),
                        "unit",
                        unit,
                        "topics",
                        "a\ud800",
                        "languages",
                        "English"))
                .hasStatus(422)
                .bodyText()
                .contains("invisible control character", "too long", "broken character");
        assertThat(post(
                        "/enroll/you",
                        "name",
                        "A\u0000B",
                        "title",
                        "T",
                        "unit",
                        unit,
                        "topics",
                        "a",
                        "languages",
                        "E",
                        "later",
                        "1"))
                .as("what cannot be stored is not passed over")
                .hasStatus(422);
    }

    @Test
    void tooManyOrTooLongTopicsAreRefusedInWords() {
        assertThat(post(
                        "/enroll/you",
                        "name",
                        "A",
                        "title",
                        "T",
                        "unit",
                        unit,
                        "topics",
                        "a,b,c,d,e,f,g,h,i",
                        "languages",
                        "English"))
                .hasStatus(422)
                .bodyText()
                .contains("more than 8 topics");
        assertThat(post(
                        "/enroll/you",
                        "name",
                        "A",
                        "title",
                        "T",
                        "unit",
                        unit,
                        "topics",
                        "x".repeat(61),
                        "languages",
                        "English"))
                .hasStatus(422)
                .bodyText()
                .contains("longer than 60 characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://x.com/home | is a page of X itself",
                "https://www.linkedin.com/company/umich | is the page of an organization",
                "javascript:alert(1) | is not a plain web address",
                "https://github.com/amara | nobody enrolls with GitHub",
                "x.com/ᴀmara | looks like a plain letter",
                "x.com/MichMed_Jane | must not have the organization’s name",
            })
    void eachWrongProfileIsToldWhichPartIsWrong(String typed, String words) {
        you("Clinical professor", unit);
        var answer = profiles(typed, "linkedin.com/in/good-" + unique());
        assertThat(answer).hasStatus(422);
        var page = parse(answer);
        assertThat(page.selectFirst("#x-error").text()).contains(words);
        assertThat(page.selectFirst("#x").val()).as("nothing typed is lost").isEqualTo(typed);
        assertThat(page.selectFirst("#linkedin-reads").text())
                .as("what is good is shown back")
                .contains("We read this as");
    }

    @Test
    void aProfileInTheWrongFieldIsTakenForWhatItIs() {
        you("Clinical professor", unit);
        var slug = "amara-" + unique();
        assertThat(profiles("linkedin.com/in/" + slug, "")).hasRedirectedUrl("/enroll/policies");
        assertThat(page("/enroll/profiles").selectFirst("#x-reads").text())
                .contains("https://www.linkedin.com/in/" + slug, "your profile on LinkedIn");
    }

    @Test
    void theSameProfileTwiceIsRefusedOnce() {
        you("Clinical professor", unit);
        var handle = handle();
        var answer = post(
                "/enroll/profiles",
                "x",
                handle,
                "more",
                "https://mobile.twitter.com/" + handle.toUpperCase(java.util.Locale.ROOT),
                "opinions",
                "OWN");
        assertThat(answer).hasStatus(422);
        assertThat(parse(answer).selectFirst("#more-error").text()).contains("twice");
        assertThat(parse(answer).selectFirst("#x-error")).isNull();
    }

    @Test
    void withoutAProfileOrAnAnswerAboutOpinionsItDoesNotGoOn() {
        you("Clinical professor", unit);
        assertThat(post("/enroll/profiles", "x", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Give at least one profile", "Say whether each profile says that opinions are your own");
    }

    @Test
    void whoHasNoProfileYetKeepsTheDraftAndAsksForHelp() {
        you("Clinical professor", unit);
        assertThat(post("/enroll/profiles", "none", "1"))
                .hasStatus(303)
                .hasRedirectedUrl("/consultations/new?for=self&about=start");
        assertThat(page("/enroll/you").selectFirst("#title").val()).isEqualTo("Clinical professor");
    }

    @Test
    void aFieldIsReadBackWhileItIsFilledIn() {
        var handle = handle();
        assertThat(get("/enroll/profiles/read?slot=x&x=%20@" + handle))
                .hasStatusOk()
                .bodyText()
                .contains("https://x.com/" + handle);
        assertThat(get("/enroll/profiles/read?slot=x&x=x.com/home"))
                .hasStatusOk()
                .bodyText()
                .contains("is a page of X itself");
        assertThat(get("/enroll/profiles/read?slot=evil&evil=x"))
                .hasStatusOk()
                .bodyText()
                .isBlank();
    }

    @Test
    void aProfileThatSomebodyElseHasCanBeClaimed() {
        var handle = handle();
        var first = "Holder " + unique();
        room.ambassador(room.answers(first, List.of("sepsis"), "x.com/" + handle));
        you("Clinical professor", unit);
        var answer = profiles("x.com/" + handle, "linkedin.com/in/mine-" + unique());
        assertThat(answer).hasStatus(422);
        var page = parse(answer);
        assertThat(page.selectFirst("#x-error").text())
                .contains("Somebody else has given")
                .doesNotContain("Holder");
        assertThat(page.select("button[name=mine]")).hasSize(1);
        var mine = post("/enroll/profiles/mine", "x", "x.com/" + handle, "mine", "x", "once", "k" + unique());
        assertThat(mine).hasStatus(303).hasRedirectedUrl("/enroll/profiles");
        assertThat(get("/requests")).bodyText().contains("This profile is mine: x.com/" + handle);
        var question = database.sql("select reference from desk_item where requester_id = ? and kind = 'question'")
                .param(person.id().value())
                .query(Long.class)
                .single();
        assertThat(mvc.get().uri("/desk/question/R-" + question).with(as(people.comms())))
                .bodyText()
                .contains(person.name(), first + " gave this profile first");
        assertThat(get("/requests/R-" + question)).bodyText().doesNotContain(first);
        assertThat(page("/enroll/profiles").selectFirst("#x").val()).isEqualTo("x.com/" + handle);
    }

    @Test
    void eachPolicyIsReadInFullAndAcknowledgedWithItsHash() {
        you("Clinical professor", unit);
        profiles("x.com/" + handle(), "");
        var first = page("/enroll/policies");
        var text = first.selectFirst(".policy-text").text();
        assertThat(text.split("\\s+").length).isGreaterThan(250);
        var unticked = post(
                "/enroll/policies",
                "version",
                first.selectFirst("input[name=version]").val(),
                "hash",
                first.selectFirst("input[name=hash]").val());
        assertThat(unticked).hasStatus(422).bodyText().contains("Tick the box");
        var other = post(
                "/enroll/policies",
                "version",
                first.selectFirst("input[name=version]").val(),
                "hash",
                "0".repeat(64),
                "agreed",
                "true");
        assertThat(other).hasStatus(409).bodyText().contains("The text has changed since you opened it");
        readPolicies();
        assertThat(does(person, () -> policies.attestationsOf(person.id())))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(row -> assertThat(row.hash()).hasSize(64));
    }

    @Test
    void oneProfileIsAlwaysPublicAndTheMailNever() {
        you("Clinical professor", unit);
        profiles("x.com/" + handle(), "linkedin.com/in/a-" + unique());
        readPolicies();
        var page = page("/enroll/public");
        assertThat(page.selectFirst(".check-list").text()).contains("never").doesNotContain(person.mail());
        assertThat(post("/enroll/public", "topics", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("Show at least one profile");
        assertThat(visible("linkedin")).hasStatus(303);
        var check = page("/enroll/check").text();
        assertThat(check).contains("(not public)");
    }

    @Test
    void changeLinksLeadBackToTheCheck() {
        ready();
        assertThat(page("/enroll/you?back=check").select("input[name=back]")).hasSize(1);
        var answer = mvc.post()
                .uri("/enroll/you")
                .multipart()
                .param("name", person.name())
                .param("title", "Full professor")
                .param("unit", unit)
                .param("topics", "sepsis")
                .param("languages", "English")
                .param("back", "check")
                .with(as(person))
                .with(csrf())
                .exchange();
        assertThat(answer).hasRedirectedUrl("/enroll/check");
        assertThat(page("/enroll/check").text()).contains("Full professor");
    }

    @Test
    void whatWasCheckedIsShownAgainWhenItChangedMeanwhile() {
        ready();
        var old = page("/enroll/check");
        visible("x");
        you("Changed meanwhile", unit);
        assertThat(send(old)).hasStatus(409).bodyText().contains("Somebody else changed this", "Changed meanwhile");
        assertThat(send(page("/enroll/check"))).hasStatus(303);
    }

    @Test
    void aPhotographIsDrawnAnewAndKeptAlsoWhenSomethingElseIsWrong() {
        var answer = mvc.post()
                .uri("/enroll/you")
                .multipart()
                .file(new MockMultipartFile("photo", "me.png", "image/png", AmbassadorRoom.picture(1200, 900)))
                .param("name", person.name())
                .param("title", "")
                .param("unit", unit)
                .param("topics", "sepsis")
                .param("languages", "English")
                .with(as(person))
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus(422).bodyText().contains("/enroll/photo");
        var photo = get("/enroll/photo");
        assertThat(photo)
                .hasStatusOk()
                .hasContentType("image/jpeg")
                .headers()
                .hasValue("X-Content-Type-Options", "nosniff");
        assertThat(get("/enroll/photo").getResponse().getContentAsByteArray()).startsWith(0xFF, 0xD8);
        var other = people.staff();
        assertThat(mvc.get().uri("/enroll/photo").with(as(other))).hasStatus(404);
    }

    @Test
    void aFileThatIsNoPhotographIsRefusedAtItsField() {
        var answer = mvc.post()
                .uri("/enroll/you")
                .multipart()
                .file(new MockMultipartFile(
                        "photo",
                        "me.png",
                        "image/png",
                        "<svg onload=alert(1)>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .param("name", person.name())
                .param("title", "T")
                .param("unit", unit)
                .param("topics", "sepsis")
                .param("languages", "English")
                .with(as(person))
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus(422).bodyText().contains("cannot read this as a photograph");
    }

    @Test
    void theRequesterSeesWhatTheReviewerAskedAndCorrectsIt() {
        ready();
        var reference =
                send(page("/enroll/check")).getResponse().getRedirectedUrl().split("/")[2];
        var team = people.comms();
        does(
                team,
                () -> reviewing.askChanges(
                        org.ambassadorportal.desk.Reference.of(reference),
                        team.id(),
                        "Please give your full title.",
                        null));
        assertThat(get("/me"))
                .hasStatusOk()
                .bodyText()
                .contains("Please give your full title.", "Correct it", "Waits for you");
        assertThat(get("/requests/" + reference)).hasStatusOk().bodyText().contains("Please give your full title.");
        assertThat(get("/enroll")).hasRedirectedUrl("/enroll/check");
        assertThat(page("/enroll/you").text()).contains("Please give your full title.");
        you("Full clinical professor", unit);
        var again = page("/enroll/check");
        assertThat(again.text()).contains("You correct " + reference, "Send it again");
        assertThat(send(again)).hasRedirectedUrl("/requests/" + reference + "/done");
    }

    @Test
    void aDraftCanBeThrownAway() {
        you("Clinical professor", unit);
        assertThat(post("/enroll/discard")).hasStatus(303).hasRedirectedUrl("/me");
        assertThat(page("/enroll/you").selectFirst("#title").val()).isEmpty();
    }

    @Test
    void moreParametersThanTheFormHasChangeNothing() {
        post(
                "/enroll/you",
                "name",
                person.name(),
                "title",
                "T",
                "unit",
                unit,
                "topics",
                "sepsis",
                "languages",
                "English",
                "state",
                "APPROVED",
                "person.value",
                people.admin().id().toString(),
                "reference.number",
                "1",
                "visibilitySaid",
                "true");
        assertThat(database.sql("select state || visibility_said from enrollment where person_id = ?")
                        .param(person.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("DRAFTfalse");
    }

    @Test
    void codeInTextStaysText() {
        post(
                "/enroll/you",
                "name",
                "__${7*7}__ [[${7*7}]] <script>alert(1)</script>",
                "title",
                "{0} ''",
                "unit",
                unit,
                "topics",
                "<b>x</b>",
                "languages",
                "English");
        assertThat(page("/enroll/you").selectFirst("#name").val())
                .isEqualTo("__${7*7}__ [[${7*7}]] <script>alert(1)</script>");
    }

    private void ready() {
        you("Clinical professor", unit);
        profiles("x.com/" + handle(), "");
        readPolicies();
        visible("x");
    }

    private MvcTestResult you(String title, String unit) {
        return post(
                "/enroll/you",
                "name",
                person.name(),
                "title",
                title,
                "unit",
                unit,
                "topics",
                "sepsis, sleep",
                "languages",
                "english",
                "bio",
                "I teach by day.");
    }

    private MvcTestResult profiles(String x, String linkedin) {
        return post("/enroll/profiles", "x", x, "linkedin", linkedin, "opinions", "OWN");
    }

    private void readPolicies() {
        for (int left = 0; left < 20; left++) {
            var page = page("/enroll/policies");
            if (page.selectFirst("input[name=hash]") == null) return;
            var answer = post(
                    "/enroll/policies",
                    "version",
                    page.selectFirst("input[name=version]").val(),
                    "hash",
                    page.selectFirst("input[name=hash]").val(),
                    "agreed",
                    "true");
            assertThat(answer).hasStatus(303);
        }
    }

    private MvcTestResult visible(String... slots) {
        var request = mvc.post()
                .uri("/enroll/public")
                .param("topics", "true")
                .param("languages", "true")
                .param("profiles", slots);
        return request.with(as(person)).with(csrf()).exchange();
    }

    private MvcTestResult send(Document check) {
        var form = check.selectFirst("form[action=/enroll/check]");
        return post(
                "/enroll/check",
                "version",
                form.selectFirst("input[name=version]").val(),
                "once",
                form.selectFirst("input[name=once]").val());
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = mvc.post().uri(path);
        for (int at = 0; at < parameters.length; at += 2) request = request.param(parameters[at], parameters[at + 1]);
        return request.with(as(person)).with(csrf()).exchange();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(java.net.URI.create(path)).with(as(person)).exchange();
    }

    private Document page(String path) {
        var answer = get(path);
        assertThat(answer).hasStatusOk();
        return parse(answer);
    }

    private static Document parse(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
