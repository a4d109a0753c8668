package org.ambassadorportal.freeze;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.organization.UnitKind;
import org.ambassadorportal.organization.When;
import org.ambassadorportal.social.Platform;
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

/** The pages of the freeze as everybody sees them, and the way of one exception through them. */
@PortalTest
@Import(FreezeRoom.class)
class FreezePagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    FreezeWindows windows;

    @Autowired
    ExceptionDecisions decisions;

    @Autowired
    FreezeRoom room;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient database;

    @Autowired
    When when;

    PersonRow staff;
    PersonRow comms;
    PersonRow admin;
    LocalDate today;
    final List<WindowId> opened = new ArrayList<>();

    @BeforeEach
    void everybody() {
        staff = people.staff("Nadia Staff");
        comms = people.comms();
        admin = people.admin();
        today = when.today();
    }

    @AfterEach
    void takeAwayTheWindows() {
        opened.forEach(id -> database.sql("delete from freeze_window where id = ?")
                .param(id.value())
                .update());
    }

    @Test
    void thePublicPageSaysWhatIsFrozenWhyAndWhatToDoInstead() {
        window(Platform.SNAPCHAT);
        var page = page("/freeze", null);
        assertThat(page.select("h1").text()).isEqualTo("No new department, program or office accounts for now");
        assertThat(page.select("main").text())
                .contains(
                        "No new department, program or office accounts for now",
                        "In force",
                        "1,267 social accounts",
                        "52 percent",
                        "growth",
                        "Become an ambassador",
                        "Ask an existing account",
                        "Talk to us",
                        "Ask for an exception",
                        "departments");
        assertThat(page.select(".freeze-strip"))
                .as("the banner is not said twice")
                .isEmpty();
    }

    @Test
    void withoutAWindowThePageSaysSo() {
        if (!page("/freeze", null).select(".span-strip").isEmpty()) return; // another test's window is in force
        assertThat(page("/freeze", null).select("h1").text()).isEqualTo("New accounts are not frozen");
    }

    @Test
    void theExceptionsInForceAndThoseThatEndedArePublicAndNoOthers() {
        var granted = room.approved(staff, today, today.plusDays(90));
        var asked = room.asked(staff, today, today.plusDays(90));
        var text = page("/freeze", null).select("main").text();
        assertThat(text).contains(name(granted), "Archived after the season").doesNotContain(name(asked));
        assertThat(mvc.get().uri("/freeze/exceptions.csv"))
                .hasStatusOk()
                .bodyText()
                .contains(name(granted))
                .doesNotContain(name(asked), "Placeholder", "Families ask");
    }

    /** The whole way in pages: asked by staff, reviewed by the team, decided by an admin, the account told, seen in public. */
    @Test
    void anExceptionGoesFromTheFirstQuestionToThePublicList() {
        window(Platform.INSTAGRAM);
        var unit = unitName(room.unit("LAB").value().toString());
        var name = FreezeRoom.name();
        var sponsor = people.staff("Prof. Lena Placeholder");
        assertThat(post(
                        "/freeze/exceptions/new",
                        staff,
                        "accountName",
                        name,
                        "platform",
                        "instagram",
                        "handle",
                        name,
                        "unit",
                        unit))
                .hasStatus(303)
                .hasRedirectedUrl("/freeze/exceptions/new/freeze");
        assertThat(page("/freeze/exceptions/new/freeze", staff).select("main").text())
                .as("a lab counts with its department")
                .contains("The freeze covers " + unit, "What you can do instead", "Ask for an exception");
        assertThat(post(
                        "/freeze/exceptions/new/case",
                        staff,
                        "reason",
                        "Because.",
                        "audience",
                        "All",
                        "sponsorName",
                        "Prof. Lena",
                        "sponsorTitle",
                        "Chair",
                        "sponsorMail",
                        "lena@elsewhere.example"))
                .hasStatus(422)
                .bodyText()
                .contains("not a staff address", "lena@elsewhere.example", "Because.");
        assertThat(post(
                        "/freeze/exceptions/new/case",
                        staff,
                        "reason",
                        "Because.",
                        "audience",
                        "All",
                        "sponsorName",
                        "Prof. Lena",
                        "sponsorTitle",
                        "Chair",
                        "sponsorMail",
                        sponsor.mail()))
                .hasRedirectedUrl("/freeze/exceptions/new/time");
        assertThat(post(
                        "/freeze/exceptions/new/time",
                        staff,
                        "from",
                        today.toString(),
                        "until",
                        "31/31/2031",
                        "administrators",
                        staff.mail()))
                .hasStatus(422)
                .bodyText()
                .contains("31/31/2031");
        assertThat(post(
                        "/freeze/exceptions/new/time",
                        staff,
                        "from",
                        today.toString(),
                        "until",
                        today.minusDays(1).toString(),
                        "administrators",
                        staff.mail()))
                .hasStatus(422)
                .bodyText()
                .contains("before the first one");
        assertThat(post(
                        "/freeze/exceptions/new/time",
                        staff,
                        "from",
                        today.toString(),
                        "until",
                        today.plusDays(90).toString(),
                        "administrators",
                        staff.mail(),
                        "whom",
                        "me"))
                .hasRedirectedUrl("/freeze/exceptions/new/check");
        var check = page("/freeze/exceptions/new/check", staff);
        assertThat(check.select("main").text())
                .contains(name, unit, "Because.", "Prof. Lena, Chair", "Nothing has been sent yet");
        var once = check.selectFirst("input[name=once]").val();
        var sent = post("/freeze/exceptions/new/check", staff, "once", once)
                .getResponse()
                .getRedirectedUrl();
        assertThat(post("/freeze/exceptions/new/check", staff, "once", once)
                        .getResponse()
                        .getRedirectedUrl())
                .as("sent twice it is one request")
                .isEqualTo(sent);
        var ref = sent.replaceAll("/requests/(R-\\d+)/done", "$1");
        assertThat(page("/freeze/exceptions/new", staff)
                        .selectFirst("#accountName")
                        .val())
                .as("the draft is gone")
                .isEmpty();

        var desk = page("/desk/exception/" + ref, comms).select("main").text();
        assertThat(desk).contains("Nobody has reviewed it yet", "Two people at least should hold access");
        assertThat(desk).as("the reason stands once, in the conversation").containsOnlyOnce("Because.");
        assertThat(post("/desk/exceptions/" + ref + "/not-recommend", comms, "review", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Say why you do not recommend it");
        assertThat(post("/desk/exceptions/" + ref + "/ask", comms, "review", "Who answers on weekends?"))
                .hasStatus(303);
        assertThat(page("/requests/" + ref, staff).select(".thread").text()).contains("Who answers on weekends?");
        assertThat(post("/desk/exceptions/" + ref + "/recommend", comms, "review", "Fine with us."))
                .hasStatus(303);
        assertThat(page("/requests/" + ref, staff).text())
                .as("advice is for the team")
                .doesNotContain("Fine with us.");

        assertThat(page("/admin/freeze/" + ref, admin).select("main").text()).contains("Recommended", "Fine with us.");
        assertThat(post("/admin/freeze/" + ref + "/approve", admin, "until", "", "conditions", "Kept words"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter the last day", "Kept words");
        assertThat(post(
                        "/admin/freeze/" + ref + "/approve",
                        admin,
                        "until",
                        today.plusDays(60).toString(),
                        "conditions",
                        "Two administrators"))
                .hasStatus(303);
        assertThat(page("/freeze/exceptions/" + ref, staff).select("main").text())
                .contains("It is approved", "Two administrators", "The account exists");
        assertThat(post("/freeze/exceptions/" + ref + "/account", staff, "address", "https://x.com/" + name))
                .hasStatus(422)
                .bodyText()
                .contains("https://x.com/" + name);
        assertThat(post("/freeze/exceptions/" + ref + "/account", staff, "address", "instagram.com/" + name))
                .hasStatus(303);
        assertThat(page("/freeze", null).select("tr:contains(" + name + ")").text())
                .contains("Ends in 60 days", "Two administrators");
        assertThat(page("/admin/accounts?q=" + name, admin).select("tbody").text())
                .contains("Under review", unit);

        var more = post(
                "/freeze/exceptions/" + ref + "/extend",
                staff,
                "until",
                today.plusDays(200).toString(),
                "reason",
                "The season is longer.");
        assertThat(more).hasStatus(303);
        var item = more.getResponse().getRedirectedUrl().replaceAll("/requests/(R-\\d+)/done", "$1");
        assertThat(page("/desk/exception/" + item, comms).select("main").text()).contains("New last day", "0 of 2");
        assertThat(page("/admin/freeze/" + ref, admin).select("main").text())
                .contains("Decide about more time", "The season is longer.");
        assertThat(post(
                        "/admin/freeze/" + item + "/approve",
                        admin,
                        "until",
                        today.plusDays(200).toString()))
                .hasStatus(303);
        assertThat(page("/freeze", null).select("tr:contains(" + name + ")").text())
                .contains("extended once");
        assertThat(post("/admin/freeze/" + ref + "/revoke", admin, "why", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Give the reason");
        assertThat(post("/admin/freeze/" + ref + "/revoke", admin, "why", "It does not answer."))
                .hasStatus(303);
        assertThat(page("/freeze", null).select("tr:contains(" + name + ")").text())
                .contains("Revoked");
    }

    @Test
    void withNoFreezeForItANewAccountBecomesAQuestionWithWhatWasTyped() {
        var unit = unitName(room.unit("OTHER").value().toString());
        assertThat(post(
                        "/freeze/exceptions/new",
                        staff,
                        "accountName",
                        "Quiet Corner",
                        "platform",
                        "reddit",
                        "unit",
                        unit))
                .hasRedirectedUrl("/freeze/exceptions/new/question");
        assertThat(page("/freeze/exceptions/new/question", staff).select("main").text())
                .contains("No freeze covers this account", "Quiet Corner, Reddit", unit);
        assertThat(post("/freeze/exceptions/new/question", staff, "words", " ")).hasStatus(422);
        var sent = post("/freeze/exceptions/new/question", staff, "words", "People who garden.");
        assertThat(sent).hasStatus(303);
        var ref = sent.getResponse().getRedirectedUrl().replaceAll("/requests/(R-\\d+)/done", "$1");
        assertThat(page("/desk/question/" + ref, comms).select("main").text())
                .contains("New account: Quiet Corner, Reddit", "Owner: " + unit, "People who garden.");
    }

    @Test
    void aColleagueForWhomANewAccountIsAskedIsTheRequesterAndIsTold() {
        var colleague = people.staff("Dr. Ines Colleague");
        post(
                "/freeze/exceptions/new",
                staff,
                "accountName",
                "Quiet Garden",
                "platform",
                "reddit",
                "unit",
                unitName(room.unit("OTHER").value().toString()));
        var question = "/freeze/exceptions/new/question";
        assertThat(post(question, staff, "words", "Gardens.", "whom", "colleague", "colleague", "x@elsewhere.test"))
                .hasStatus(422)
                .bodyText()
                .contains("This is not a staff address", "Gardens.", "x@elsewhere.test");
        var sent = post(question, staff, "words", "Gardens.", "whom", "colleague", "colleague", colleague.mail());
        assertThat(sent).hasStatus(303);
        var ref = sent.getResponse().getRedirectedUrl().replaceAll("/requests/(R-\\d+)/done", "$1");
        assertThat(page("/requests/" + ref, colleague).select("main").text()).contains("New account: Quiet Garden");
        assertThat(page("/desk/question/" + ref, comms).select(".item-head").text())
                .contains(colleague.name(), "entered by " + staff.name());
        assertThat(database.sql("select count(*) from email where recipient_id = ? and reference = ?")
                        .params(colleague.id().value(), ref)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aStepIsPutAwayHalfFilledInAndTheStepsLeadBackToIt() {
        window(Platform.TIKTOK);
        post(
                "/freeze/exceptions/new",
                staff,
                "accountName",
                "Half Way",
                "platform",
                "tiktok",
                "unit",
                unitName(room.unit("LAB").value().toString()));
        var step = "/freeze/exceptions/new/case";
        assertThat(post(step, staff, "reason", "Because.")).hasStatus(422);
        assertThat(post(step, staff, "reason", "Because.", "sponsorMail", "x@elsewhere.test", "later", "1"))
                .as("what is wrong is said at once")
                .hasStatus(422);
        assertThat(post(step, staff, "reason", "Because.", "later", "1")).hasRedirectedUrl("/requests");
        assertThat(page("/requests", staff).select("main").text()).contains("Begun, not sent");
        var kept = page(step, staff);
        assertThat(kept.select("textarea[name=reason]").text()).isEqualTo("Because.");
        assertThat(kept.select(".crumb").text()).isEqualTo("Back to “The freeze, and what else works”");
        assertThat(kept.select(".steps a").eachAttr("href"))
                .containsExactly("/freeze/exceptions/new", "/freeze/exceptions/new/freeze");
        assertThat(mvc.get().uri("/freeze/exceptions/new/check").with(as(staff)))
                .hasRedirectedUrl(step);
    }

    @Test
    void anEndBeforeTheAccountWasOpenedIsNoReasonToArchiveIt() {
        var granted = room.approved(staff, today, today.plusDays(90));
        var ref = granted.toString();
        assertThat(post("/admin/freeze/" + ref + "/revoke", admin, "why", "Not needed."))
                .hasStatus(303);
        assertThat(page("/freeze/exceptions/" + ref, staff).select(".lede").text())
                .isEqualTo("It was revoked. Please do not open the account.");
        var told = new Told(granted, granted, "Account", List.of(new Addressee(staff.id(), "N", "n@example.test")));
        var at = java.time.Instant.EPOCH;
        assertThat(new ExceptionExpired(java.util.UUID.randomUUID(), told, today, false, at).letters())
                .extracting(Letter::key)
                .containsExactly("freeze-expired-unopened");
        assertThat(new ExceptionExpired(java.util.UUID.randomUUID(), told, today, true, at).letters())
                .extracting(Letter::key)
                .containsExactly("freeze-expired");
    }

    @Test
    void theFormSaysWhatIsMissingAndASkippedStepLeadsBack() {
        assertThat(post("/freeze/exceptions/new", staff, "handle", "kept_handle"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter the name of the account", "Choose the platform", "kept_handle");
        for (var step : List.of("/freeze", "/case", "/time", "/question", "/check")) {
            assertThat(mvc.get().uri("/freeze/exceptions/new" + step).with(as(staff)))
                    .as(step)
                    .hasRedirectedUrl("/freeze/exceptions/new");
        }
    }

    @Test
    void whoReviewedItIsToldThatTheyMayNotDecideAndCannot() {
        var reviewer = people.admin("Admin who reviews");
        var ref = room.asked(staff, today, today.plusDays(90));
        assertThat(post("/desk/exceptions/" + ref + "/recommend", reviewer, "review", "Fine."))
                .hasStatus(303);
        assertThat(page("/admin/freeze?view=review", reviewer)
                        .select("tr:contains(" + name(ref) + ")")
                        .text())
                .contains("You may not: you reviewed it.");
        var page = page("/admin/freeze/" + ref, reviewer);
        assertThat(page.select("main").text()).contains("You may not: you reviewed it.");
        assertThat(page.select("form[action$=approve]")).isEmpty();
        assertThat(post(
                        "/admin/freeze/" + ref + "/approve",
                        reviewer,
                        "until",
                        today.plusDays(90).toString()))
                .hasStatus(403)
                .bodyText()
                .contains("You may not: you reviewed it.");
        assertThat(page("/admin/freeze?view=review", admin)
                        .select("tr:contains(" + name(ref) + ")")
                        .text())
                .contains("you may");
    }

    @Test
    void whoAskedIsToldAtTheDeskThatTheyMayNotReview() {
        var ref = room.asked(comms, today, today.plusDays(90));
        assertThat(page("/desk/exception/" + ref, comms).select("main").text())
                .contains("You may not: you asked for it.");
        assertThat(post("/desk/exceptions/" + ref + "/recommend", comms, "review", "Of course."))
                .hasStatus(422)
                .bodyText()
                .contains("You may not: you asked for it.");
    }

    @Test
    void theSecondToDecideSeesWhatHappenedAndKeepsWhatTheyTyped() {
        var ref = room.asked(staff, today, today.plusDays(90));
        does(admin, () -> decisions.deny(ref, admin.id(), "An existing account reaches them."));
        assertThat(post(
                        "/admin/freeze/" + ref + "/approve",
                        people.admin("Second"),
                        "until",
                        today.plusDays(90).toString(),
                        "conditions",
                        "Kept words"))
                .hasStatus(409)
                .bodyText()
                .contains("It was denied meanwhile");
        assertThat(post("/desk/exceptions/" + ref + "/recommend", comms, "review", "My long advice"))
                .hasStatus(409)
                .bodyText()
                .contains("It was denied meanwhile", "My long advice");
    }

    @Test
    void aStrangerSeesNoneOfItAndExtensionsHaveNoPageOfTheirOwn() {
        var ref = room.approved(staff, today, today.plusDays(90));
        var stranger = people.staff("A Stranger");
        assertThat(mvc.get().uri("/freeze/exceptions/" + ref).with(as(stranger)))
                .hasStatus(404);
        assertThat(post(
                        "/freeze/exceptions/" + ref + "/extend",
                        stranger,
                        "until",
                        today.plusDays(99).toString(),
                        "reason",
                        "x"))
                .hasStatus(404);
        assertThat(post("/freeze/exceptions/" + ref + "/give-up", stranger)).hasStatus(404);
        assertThat(mvc.get().uri("/freeze/exceptions/" + ref).with(as(staff))).hasStatusOk();
        assertThat(post("/freeze/exceptions/" + ref + "/give-up", staff)).hasStatus(303);
        assertThat(post("/freeze/exceptions/" + ref + "/give-up", staff)).hasStatus(409);
    }

    @Test
    void anAdminRecordsAnExceptionForSomebodyAndDoesNotDecideIt() {
        var unit = unitName(room.unit("OFFICE").value().toString());
        var sponsor = people.staff();
        assertThat(post(
                        "/admin/freeze/new",
                        admin,
                        "requester",
                        "who@elsewhere.example",
                        "accountName",
                        "By telephone"))
                .hasStatus(422)
                .bodyText()
                .contains("By telephone", "not a staff address");
        var recorded = post(
                "/admin/freeze/new",
                admin,
                "requester",
                staff.mail(),
                "accountName",
                "By telephone",
                "platform",
                "x",
                "unit",
                unit,
                "reason",
                "Because.",
                "audience",
                "All",
                "sponsorName",
                "S",
                "sponsorTitle",
                "Chair",
                "sponsorMail",
                sponsor.mail(),
                "from",
                today.toString(),
                "until",
                today.plusDays(30).toString(),
                "administrators",
                staff.mail());
        assertThat(recorded).hasStatus(303);
        assertThat(page(recorded.getResponse().getRedirectedUrl(), admin)
                        .select("main")
                        .text())
                .contains("You may not: you entered it.", "entered by Ada Admin");
    }

    @Test
    void anAdminOpensChangesAndEndsAWindowAndAnOverlapIsSaidWithNothingLost() {
        var made = post(
                "/admin/freeze/windows",
                admin,
                "kinds",
                "DEPARTMENT",
                "platforms",
                "TUMBLR",
                "from",
                today.toString(),
                "until",
                "");
        assertThat(made).hasStatus(303);
        var id = database.sql(
                        "select id from freeze_window where platforms = array['TUMBLR']::varchar[] and valid_until is null")
                .query(java.util.UUID.class)
                .single();
        opened.add(new WindowId(id));
        assertThat(post(
                        "/admin/freeze/windows",
                        admin,
                        "kinds",
                        "DEPARTMENT",
                        "platforms",
                        "TUMBLR",
                        "from",
                        "2031-05-01"))
                .hasStatus(409)
                .bodyText()
                .contains("Another window freezes some of this", "2031-05-01");
        assertThat(post("/admin/freeze/windows", admin, "from", "2031-05-01"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose at least one kind of unit", "Choose at least one platform");
        var path = "/admin/freeze/windows/" + id;
        assertThat(post(
                        path,
                        admin,
                        "kinds",
                        "DEPARTMENT",
                        "kinds",
                        "OFFICE",
                        "platforms",
                        "TUMBLR",
                        "from",
                        today.toString(),
                        "version",
                        "0"))
                .hasStatus(303);
        assertThat(post(
                        path,
                        admin,
                        "kinds",
                        "PROGRAM",
                        "platforms",
                        "TUMBLR",
                        "from",
                        today.toString(),
                        "version",
                        "0"))
                .hasStatus(409)
                .bodyText()
                .contains("What stands there now", "Save my version");
        assertThat(post(path + "/end", admin, "version", "0")).hasStatus(409);
        assertThat(post(path + "/end", admin, "version", "1")).hasStatus(303);
        assertThat(page(path, admin).selectFirst("#until").val()).isEqualTo(today.toString());
    }

    @Test
    void aWindowThatOverlapsAnotherIsRefusedWithItsDays() {
        window(Platform.WHATSAPP);
        var other = today.plusDays(100);
        assertThat(post(
                        "/admin/freeze/windows",
                        admin,
                        "kinds",
                        "OFFICE",
                        "platforms",
                        "WHATSAPP",
                        "from",
                        other.toString(),
                        "until",
                        other.plusDays(5).toString()))
                .hasStatus(409)
                .bodyText()
                .contains("Another window freezes some of this on the same days", "It overlaps this window");
    }

    @Test
    void aWindowThatHasNotBegunIsCalledOff() {
        var id = does(
                admin,
                () -> windows.open(
                        Set.of(UnitKind.INSTITUTE), Set.of(Platform.VIMEO), today.plusDays(900), today.plusDays(950)));
        var path = "/admin/freeze/windows/" + id.value();
        assertThat(page(path, admin).select("aside").text()).contains("Call it off");
        assertThat(post(path + "/end", admin, "version", "0")).hasStatus(303);
        assertThat(mvc.get().uri(path).with(as(admin))).hasStatus(404);
    }

    @Test
    void theAdminsListHasTabsCountsAndADownload() {
        var ref = room.approved(staff, today, today.plusDays(20));
        var page = page("/admin/freeze?view=ending", admin);
        assertThat(page.select("tr:contains(" + name(ref) + ")").text()).contains("Ends in 20 days", "0 of 2");
        assertThat(page.select(".views [aria-current]").text()).startsWith("Ending in 60 days");
        assertThat(page("/admin/freeze?view=nonsense&sort=account&after=@@", admin)
                        .select("main h1")
                        .text())
                .isEqualTo("Freeze and exceptions");
        assertThat(mvc.get().uri("/admin/freeze/exceptions.csv?view=ending").with(as(admin)))
                .hasStatusOk()
                .bodyText()
                .contains(ref.toString(), name(ref));
    }

    private void window(Platform platform) {
        try {
            opened.add(does(
                    admin,
                    () -> windows.open(
                            Set.of(UnitKind.DEPARTMENT, UnitKind.PROGRAM, UnitKind.OFFICE),
                            Set.of(platform),
                            today.minusDays(10),
                            today.plusDays(200))));
        } catch (Conflict alreadyFrozen) {
            assertThat(alreadyFrozen.key()).isEqualTo("freeze.window.overlaps");
        }
    }

    private String name(Reference reference) {
        return database.sql("select account_name from freeze_exception where reference = ?")
                .param(reference.number())
                .query(String.class)
                .single();
    }

    private static String unitName(String id) {
        return "Unit " + id;
    }

    private Document page(String address, PersonRow person) {
        var request = mvc.get().uri(java.net.URI.create(address));
        if (person != null) request.with(as(person));
        var answer = request.exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(body(answer));
    }

    private MvcTestResult post(String address, PersonRow person, String... fields) {
        var request =
                mvc.post().uri(java.net.URI.create(address)).with(as(person)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) request.param(fields[at], fields[at + 1]);
        return request.exchange();
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
