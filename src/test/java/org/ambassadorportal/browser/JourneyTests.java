package org.ambassadorportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import org.ambassadorportal.demo.JourneyDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ActiveProfiles;

/**
 * The main jobs of the portal from the first click to the last, in a real browser: each person signs in, does their
 * part, and reads what the others did.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles({"test", "local"})
@Import(JourneyDatabase.class)
class JourneyTests {

    private static final Pattern REFERENCE = Pattern.compile("R-\\d{4,}");
    private static final String PASSWORD = "a long password for one journey";

    @Autowired
    JdbcClient database;

    @Autowired
    PasswordEncoder passwords;

    @LocalServerPort
    int port;

    @Test
    void somebodyEnrollsIsAskedForChangesAnswersAndIsFoundByTopic() {
        var mail = person("Ilse Journeyson");
        String reference;
        try (var staff = signedIn(mail)) {
            staff.go("/enroll");
            if (staff.page().locator("main button:has-text('Start now')").count() > 0) staff.press("Start now");
            else if (staff.page().locator("main a:has-text('Start now')").count() > 0) staff.follow("Start now");
            staff.type("name", "Ilse Journeyson")
                    .type("title", "Clinical nurse specialist")
                    .type("unit", "Department of Psychiatry")
                    .type("topics", "slow looking, night medicine")
                    .type("languages", "English")
                    .type("bio", "I write about what a night shift teaches.")
                    .press("Save and continue");
            var tail = UUID.randomUUID().toString().substring(0, 6);
            staff.type("x", "my twitter is https://mobile.twitter.com/#!/ilse_" + tail + "?s=20, thanks")
                    .type("linkedin", " linkedin.com/in/ilse-" + tail + "/?trk=nav ")
                    .type("bluesky", "@ilse-" + tail + ".bsky.social")
                    .type("mastodon", "ilse_" + tail + "@social.test")
                    .type("youtube", "https://www.youtube.com/watch?v=abc")
                    .choose("opinions", "OWN")
                    .press("Save and continue");
            assertThat(staff.page().title()).startsWith("Error:");
            assertThat(staff.text()).contains("There is a problem");
            staff.type("youtube", "youtube.com/@ilse" + tail).press("Save and continue");
            for (int policy = 0;
                    policy < 4 && staff.page().locator("main [name=agreed]").count() > 0;
                    policy++) {
                staff.page().locator("main [name=agreed]").check();
                staff.page()
                        .locator("main form:has([name=agreed]) button.btn-primary")
                        .click();
            }
            staff.press("Save and continue");
            assertThat(staff.text())
                    .contains("https://x.com/ilse_" + tail, "Ilse Journeyson")
                    .contains("https://www.linkedin.com/in/ilse-" + tail);
            staff.press("Send the enrollment");
            reference = reference(staff);
            assertThat(staff.text()).contains("What happens next");
        }
        try (var comms = Visit.to(origin(), 1280, false).as("comms")) {
            comms.go("/desk/enrollment/" + reference);
            open(comms, "changes");
            comms.type("changes", "Please say in your X profile where you work.")
                    .press("Send it back");
        }
        try (var staff = signedIn(mail)) {
            staff.go("/me");
            assertThat(staff.text()).contains("Please say in your X profile where you work.");
            staff.go("/enroll/check").press("Send it again");
        }
        try (var comms = Visit.to(origin(), 1280, false).as("comms")) {
            comms.go("/desk/enrollment/" + reference).press("Approve and publish the page");
            assertThat(comms.text()).contains("is approved");
        }
        try (var anyone = Visit.to(origin(), 1280, false)) {
            anyone.go("/").type("q", "slow looking").press("Find ambassadors");
            assertThat(anyone.text()).contains("Ilse Journeyson");
            anyone.follow("Ilse Journeyson");
            assertThat(anyone.text())
                    .contains("night medicine", "Department of Psychiatry")
                    .doesNotContain(mail);
        }
    }

    @Test
    void aConsultationForWhichNoTimeSuitsIsAskedForInWordsAndAccepted() {
        var mail = person("Tam Wishing");
        String reference;
        try (var staff = signedIn(mail)) {
            staff.go("/requests/new").follow("I want advice for my department");
            staff.type("unit", "Department of Pediatrics").press("Save and continue");
            staff.type("topic", "Moving our page to personal profiles")
                    .type("words", "Nine hundred people follow it. How do we take them along?")
                    .choose("format", "VIDEO")
                    .press("Save and see the free times");
            staff.follow("Tell us what would");
            staff.type("times", "Any Thursday after two").press("Save and continue");
            assertThat(staff.text()).contains("Moving our page to personal profiles", "Any Thursday after two");
            staff.press("Send the request");
            reference = reference(staff);
        }
        var day = LocalDate.now(java.time.ZoneId.of("America/Detroit")).plusDays(9);
        try (var comms = Visit.to(origin(), 1280, false).as("comms")) {
            comms.go("/desk/consultation/" + reference);
            open(comms, "day");
            comms.type("day", day.toString()).type("time", "14:30").type("minutes", "30");
            comms.page()
                    .locator("main select[name=host]")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            comms.page().locator("main select[name=format]").selectOption("VIDEO");
            comms.type("place", "https://video.test/room");
            comms.page().locator("main [name=anyway]").check();
            comms.press("Accept at this time");
            assertThat(comms.text()).contains("Has a date");
        }
        try (var staff = signedIn(mail)) {
            staff.go("/requests/" + reference);
            assertThat(staff.text()).contains("2:30 pm", "We have a date");
        }
    }

    @Test
    void aTimeForTheDepartmentIsBookedByKeyboardAloneAndMovedAndCanceledByTheLinkOfItsMail() {
        var mail = person("Kit Keyboard");
        var topic = "Books by keys " + UUID.randomUUID().toString().substring(0, 6);
        String reference;
        try (var staff = signedIn(mail)) {
            staff.go("/requests/new");
            staff.reach("a[href*='for=department']").press("Enter");
            staff.page().waitForURL("**/consultations/new?for=department");
            staff.reach("#unit").type("Department of Pediatrics");
            staff.reach("#guests").type("Ada Example");
            staff.page().keyboard().press("Enter");
            staff.page().keyboard().type("kit.friend@hospital.test");
            staff.reach("main form button.btn-primary").press("Enter");
            staff.page().waitForURL("**/about");
            staff.reach("#topic").type(topic);
            staff.reach("#words").type("We want to see whether it works without a mouse.");
            staff.reach("main [name=format]").press("Space");
            staff.reach("main form button.btn-primary").press("Enter");
            staff.page().waitForURL("**/time");
            staff.reach("#month-after").press("Enter");
            staff.page().waitForURL("**month=**");
            staff.swapped();
            staff.reach(".month-table .open a").press("Enter");
            staff.page().waitForURL("**day=**");
            // What a screen reader says follows the swap.
            staff.until("document.getElementById('times-said').textContent.includes('free')");
            staff.swapped();
            // The first free time is chosen with the space bar; the arrows would choose the next ones.
            staff.reach(".slot input").press("Space");
            staff.reach("main form[method=post] button.btn-primary").press("Enter");
            staff.page().waitForURL("**/check");
            assertThat(staff.text()).contains(topic, "Ada Example", "We keep this time for you until");
            staff.page().evaluate("document.body.dataset.before = 'yes'");
            staff.reach("button[formaction$='/keep']").press("Enter");
            staff.until("document.readyState === 'complete' && !document.body.dataset.before");
            staff.reach("main form button.btn-primary").press("Enter");
            staff.page().waitForURL("**/booked");
            assertThat(staff.text()).contains("You have a time");
            assertThat(staff.noted()).isEmpty();
            reference = reference(staff);
        }
        var link = database.sql("select second_path from email where reference = ? and second_path is not null limit 1")
                .param(reference)
                .query(String.class)
                .single();
        try (var anyone = Visit.to(origin(), 360, false)) {
            anyone.go(link);
            var before = anyone.text();
            assertThat(before).contains(topic);
            anyone.follow("Move it");
            assertThat(anyone.faults()).isEmpty();
            anyone.page().locator(".slot").last().click();
            anyone.press("Move it to this time");
            assertThat(anyone.text()).contains("Moved.").isNotEqualTo(before);
            anyone.follow("Cancel it").press("Cancel it");
            assertThat(anyone.text()).contains("It was canceled.");
        }
        try (var staff = signedIn(mail)) {
            staff.go("/requests/" + reference);
            assertThat(staff.text()).contains("Canceled");
        }
    }

    @Test
    void aTalkIsOfferedAFourthTimeAndAgreedTo() {
        var mail = person("Rowan Talkwish");
        String reference;
        var day = LocalDate.now(java.time.ZoneId.of("America/Detroit")).plusDays(12);
        try (var staff = signedIn(mail)) {
            staff.go("/requests/new").go("/consultations/new/talk");
            staff.type("meeting", "Faculty meeting of Journeys")
                    .type("topic", "Why a profile of one’s own")
                    .type("audience", "Faculty")
                    .type("people", "30")
                    .press("Save and continue");
            staff.choose("format", "IN_PERSON").type("place", "Room 12");
            staff.page().locator("main [name=minutes]").first().check();
            staff.type("day1", day.toString()).type("time1", "20:00").press("Save and continue");
            staff.go("/consultations/new/talk/when")
                    .type("day2", day.plusDays(1).toString())
                    .type("time2", "06:00")
                    .type("day3", day.plusDays(2).toString())
                    .type("time3", "21:00")
                    .press("Save and continue");
            assertThat(staff.text()).contains("8:00 pm", "6:00 am", "9:00 pm");
            staff.press("Send the request");
            reference = reference(staff);
        }
        try (var comms = Visit.to(origin(), 1280, false).as("comms")) {
            comms.go("/desk/talk/" + reference);
            assertThat(comms.page().locator(".slots > li").count()).isEqualTo(3);
            assertThat(comms.text()).contains("Nobody is free then.");
            open(comms, "day");
            comms.page()
                    .locator("main select[name=starts]")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            comms.type("message", "In the evening nobody of us is there. Would this suit you?");
            comms.press("Offer this time");
            assertThat(comms.text()).contains("Pending", "Kept free for the answer until");
        }
        try (var staff = signedIn(mail)) {
            staff.go("/requests/" + reference);
            assertThat(staff.text()).contains("Does this time suit you?", "We keep it free for you until");
            staff.press("Yes, this time suits");
            assertThat(staff.text()).contains("We have a date", "Room 12");
        }
        try (var comms = Visit.to(origin(), 1280, false).as("comms")) {
            comms.go("/desk/talk/" + reference);
            assertThat(comms.text()).contains("Has a date", "agreed to the time");
        }
    }

    @Test
    void aSeatInAFullClassIsWaitedForOfferedAndTaken() {
        var title = "Class " + UUID.randomUUID().toString().substring(0, 6);
        var first = person("Una Early");
        var second = person("Otis Later");
        var day = LocalDate.now(java.time.ZoneId.of("America/Detroit")).plusDays(12);
        try (var comms = Visit.to(origin(), 1280, false).as("comms")) {
            comms.go("/desk/classes").follow("Announce a class");
            comms.type("title", title)
                    .type("day", day.toString())
                    .type("time", "19:00")
                    .type("minutes", "45")
                    .choose("format", "VIDEO")
                    .type("place", "https://video.test/" + title.substring(6))
                    .type("seats", "1")
                    .press("Announce it");
            assertThat(comms.text()).contains("There is a problem", "The host is not free then");
            comms.choose("outside", "true").press("Announce it");
            assertThat(comms.text()).contains("The class is announced.", "0 of 1 taken");
        }
        try (var una = signedIn(first)) {
            una.go("/requests/new").follow("Or come to a class").follow(title).press("Take a seat");
            assertThat(una.text()).contains("You have a seat", "7:00 pm to 7:45 pm", "What happens next");
        }
        try (var otis = signedIn(second)) {
            otis.go("/training").follow(title);
            assertThat(otis.text()).contains("Every seat is taken.");
            otis.press("Join the waiting list");
            assertThat(otis.text()).contains("You are the next to get a seat.");
        }
        try (var una = signedIn(first)) {
            una.go("/training").follow(title);
            una.page().locator("main summary:has-text('I cannot come')").click();
            una.press("Give the seat back");
            assertThat(una.text()).contains("You gave the seat back.", "Join the waiting list");
        }
        assertThat(database.sql("select subject from email where recipient_mail = ? order by written_at")
                        .param(second)
                        .query(String.class)
                        .list())
                .containsExactly("A seat is free for you: " + title);
        try (var otis = signedIn(second)) {
            otis.go("/training").follow(title);
            assertThat(otis.text()).contains("A seat is free for you");
            otis.press("Yes, take the seat");
            assertThat(otis.text()).contains("You have a seat");
            otis.go("/training");
            assertThat(otis.text()).contains("My classes", title);
        }
        try (var comms = Visit.to(origin(), 1280, false).as("comms")) {
            comms.go("/desk/classes").follow(title);
            assertThat(comms.text()).contains("1 of 1 taken", "Otis Later").doesNotContain("Una Early");
        }
    }

    @Test
    void anExceptionFromTheFreezeIsAskedForReviewedApprovedAndExpires() {
        var mail = person("Noor Founder");
        var account = "Journey " + UUID.randomUUID().toString().substring(0, 6);
        var until = LocalDate.now(java.time.ZoneId.of("America/Detroit")).plusDays(40);
        String reference;
        try (var staff = signedIn(mail)) {
            staff.go("/requests/new").follow("We want a new account");
            staff.type("accountName", account);
            staff.page()
                    .locator("main select[name=platform]")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Instagram"));
            staff.type("handle", "journey_" + account.substring(8)).type("unit", "Department of Pediatrics");
            staff.press("Save and continue");
            assertThat(staff.text()).as("the freeze comes first").containsIgnoringCase("freeze");
            if (staff.page().locator("main [name=reason]").count() == 0)
                staff.page()
                        .locator("main a[href*='/freeze/exceptions/new/case']")
                        .first()
                        .click();
            staff.type("reason", "Families of one rare disease have no other place.")
                    .type("audience", "Families in the state")
                    .type("sponsorName", "Prof. Ada Sponsor")
                    .type("sponsorTitle", "Chair")
                    .type("sponsorMail", "ada.sponsor@hospital.test")
                    .press("Save and continue");
            staff.type(
                            "from",
                            LocalDate.now(java.time.ZoneId.of("America/Detroit"))
                                    .plusDays(1)
                                    .toString())
                    .type("until", until.toString())
                    .type("administrators", "marcus.bell@hospital.test\nnadia.rahman@hospital.test")
                    .press("Save and continue");
            staff.press("Send the request");
            reference = reference(staff);
        }
        try (var comms = Visit.to(origin(), 1280, false).as("comms")) {
            comms.go("/desk/exception/" + reference)
                    .type("review", "A clear case, two administrators.")
                    .press("Recommend it");
            assertThat(comms.text()).containsIgnoringCase("recommend");
        }
        try (var admin = Visit.to(origin(), 1280, false).as("admin")) {
            admin.go("/admin/freeze/" + reference)
                    .type("until", until.toString())
                    .type("conditions", "Two administrators")
                    .press("Approve it");
            assertThat(admin.text()).contains("Approved");
        }
        try (var anyone = Visit.to(origin(), 1280, false)) {
            anyone.go("/freeze");
            assertThat(anyone.text()).contains(account, "Two administrators");
        }
        try (var staff = signedIn(mail)) {
            staff.go("/demo/clock")
                    .type("day", until.plus(1, ChronoUnit.DAYS).toString())
                    .press("Move the clock");
            staff.go("/freeze");
            var row =
                    staff.page().locator("main tr:has-text('" + account + "')").innerText();
            assertThat(row).contains("Expired");
        } finally {
            try (var staff = Visit.to(origin(), 1280, false).as("staff")) {
                staff.go("/demo/clock").press("Back to the real time");
            }
        }
    }

    private String origin() {
        return "http://localhost:" + port;
    }

    /** Somebody new with a password, who signs in as everybody does. */
    @Test
    void whatWasAskedTwiceIsMergedAndTakenApartAgain() {
        var mail = person("Anselm Journeyson");
        String first;
        String second;
        try (var staff = signedIn(mail)) {
            first = ask(staff, "Which platform for our museum?");
            second = ask(staff, "Which platform, once more");
        }
        try (var comms = Visit.to(origin(), 1280, false).as("comms")) {
            comms.go("/desk/question/" + second);
            comms.page().locator(".merge-menu > summary").click();
            comms.choose("into", first).press("Merge it");
            comms.page().waitForURL("**/" + first);
            assertThat(comms.text()).contains(second + " is merged into this one", "sent as " + second);
        }
        try (var staff = signedIn(mail)) {
            staff.go("/requests/" + second);
            assertThat(staff.page().url()).endsWith("/requests/" + first);
            staff.type("words", "Any news of our museum?");
            staff.page().locator("#composer button.btn-primary").click();
            staff.page().waitForLoadState();
        }
        try (var comms = Visit.to(origin(), 1280, false).as("comms")) {
            comms.go("/desk/question/" + second);
            assertThat(comms.page().url()).endsWith(first);
            assertThat(comms.text()).contains("Any news of our museum?");
            comms.press("Undo");
            assertThat(comms.text()).contains(second + " is an item of its own again", "Any news of our museum?");
            comms.go("/desk/question/" + second);
            assertThat(comms.page().url()).endsWith(second);
            assertThat(comms.text()).doesNotContain("Any news of our museum?");
        }
    }

    private static String ask(Visit staff, String title) {
        staff.go("/requests/new/question")
                .choose("whom", "me")
                .type("title", title)
                .type("words", "It shows the history of medicine.")
                .press("Send the question");
        return reference(staff);
    }

    private String person(String name) {
        var mail = "journey." + UUID.randomUUID().toString().substring(0, 8) + "@hospital.test";
        database.sql(
                        "insert into person (id, name, mail, password, role, lead, version) values (?, ?, ?, ?, 'STAFF', false, 0)")
                .params(UUID.randomUUID(), name, mail, passwords.encode(PASSWORD))
                .update();
        return mail;
    }

    private Visit signedIn(String mail) {
        var visit = Visit.to(origin(), 1280, false);
        visit.go("/sign-in").type("mail", mail).type("password", PASSWORD).press("Sign in");
        return visit;
    }

    /** A form that is folded away is opened as people do: by its summary. */
    private static void open(Visit visit, String field) {
        var folded = visit.page().locator("main details:not([open]):has([name='" + field + "']) > summary");
        if (folded.count() > 0) folded.first().click();
    }

    private static String reference(Visit visit) {
        var found = REFERENCE.matcher(visit.text());
        assertThat(found.find()).as("a reference on %s", visit.page().url()).isTrue();
        return found.group();
    }
}
