package org.ambassadorportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.ambassadorportal.DemoTest;
import org.ambassadorportal.social.Platform;
import org.ambassadorportal.social.SocialProfile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks at every page with the demo in it, once per role that sees it differently: axe finds nothing, the console is
 * empty, nothing scrolls sideways. Its picture is left in {@code target/gallery/}, to be looked at.
 */
@DemoTest
class GalleryTests {

    private static final Path GALLERY = Path.of("target/gallery");
    private static final int WIDE = 1280;
    private static final int PHONE = 390;
    private static final int SMALLEST = 360;

    /** A page in the gallery; a word in braces stands for something of the demo. */
    private record View(String name, String path) {}

    private static final List<View> ANYONE = List.of(
            new View("home", "/"),
            new View("directory", "/ambassadors"),
            new View("directory-found", "/ambassadors?q={topic}"),
            new View("directory-nothing", "/ambassadors?q=xylophonistics"),
            new View("profile", "/ambassadors/{slug}"),
            new View("accounts", "/accounts"),
            new View("verify", "/accounts/verify"),
            new View("verify-official", "/accounts/verify?url={official}"),
            new View("verify-archived", "/accounts/verify?url={archived}"),
            new View("verify-impostor", "/accounts/verify?url={impostor}"),
            new View("verify-person", "/accounts/verify?url={person}"),
            new View("verify-not-ours", "/accounts/verify?url=https://x.com/nobody_at_all"),
            new View("verify-unreadable", "/accounts/verify?url=https://x.com/home"),
            new View("freeze", "/freeze"),
            new View("policy", "/policies/social-media-usage-procedure"),
            new View("help", "/help"),
            new View("help-start", "/help/start"),
            new View("help-platform", "/help/mastodon"),
            new View("help-accessibility", "/help/accessibility"),
            new View("sign-in", "/sign-in"),
            new View("sign-in-link", "/sign-in/link"),
            new View("nothing-here", "/nothing/here"));

    private static final List<View> STAFF = List.of(
            new View("me-not-yet", "/me"),
            new View("enroll", "/enroll"),
            new View("chooser", "/requests/new"),
            new View("requests-none", "/requests"),
            new View("ask-self", "/consultations/new?for=self"),
            new View("ask-department", "/consultations/new?for=department"),
            new View("ask-training", "/consultations/new/training"),
            new View("ask-talk", "/consultations/new/talk"),
            new View("ask-amplification", "/amplifications/new"),
            new View("ask-account", "/freeze/exceptions/new"),
            new View("ask-question", "/requests/new/question"),
            new View("classes", "/training"),
            new View("class-full", "/training/{class-full}"),
            new View("class-free", "/training/{class-free}"),
            new View("own-sign-in", "/me/sign-in"),
            new View("own-mail", "/me/mail"),
            new View("not-for-staff", "/desk"));

    private static final List<View> AMBASSADOR = List.of(
            new View("my-classes", "/training"),
            new View("class-mine", "/training/{class-full}"),
            new View("class-done", "/training/{class-full}/done"),
            new View("me", "/me"),
            new View("requests", "/requests"),
            new View("request", "/requests/{own}"),
            new View("booking", "/requests/{booking}"),
            new View("booked", "/consultations/{booking}/booked"),
            new View("booking-move", "/consultations/{booking}/move"),
            new View("booking-cancel", "/consultations/{booking}/cancel"));

    private static final List<View> COMMS = List.of(
            new View("desk", "/desk"),
            new View("desk-views", "/desk/views"),
            new View("desk-bulk", "/desk/bulk?act=assign&ref={question}&ref={talk}&ref={exception}"),
            new View("desk-bulk-report", "/desk/bulk/{bulk}"),
            new View("desk-nothing", "/desk?q=xylophonistics"),
            new View("desk-aside", "/desk?view=aside"),
            new View("desk-merged", "/desk/question/{merged}"),
            new View("calendar", "/desk/calendar"),
            new View("calendar-day", "/desk/calendar?view=day"),
            new View("desk-new", "/desk/new"),
            new View("desk-told", "/desk/new/{told}"),
            new View("desk-overview", "/desk/overview"),
            new View("canned", "/desk/canned"),
            new View("canned-new", "/desk/canned/new"),
            new View("my-hours", "/desk/hours"),
            new View("team-classes", "/desk/classes"),
            new View("team-class", "/desk/classes/{class-full}"),
            new View("team-class-past", "/desk/classes/{class-past}"),
            new View("team-class-new", "/desk/classes/new"),
            new View("team-class-edit", "/desk/classes/{class-free}/edit"),
            new View("desk-enrollment", "/desk/enrollment/{enrollment}"),
            new View("desk-consultation", "/desk/consultation/{consultation}"),
            new View("desk-training", "/desk/training/{training}"),
            new View("desk-talk", "/desk/talk/{talk}"),
            new View("desk-amplification", "/desk/amplification/{amplification}"),
            new View("desk-exception", "/desk/exception/{exception}"),
            new View("desk-question", "/desk/question/{question}"),
            new View("insights", "/insights"),
            new View("profile-as-comms", "/ambassadors/{slug}"));

    private static final List<View> ADMIN = List.of(
            new View("admin-freeze", "/admin/freeze"),
            new View("admin-exception", "/admin/freeze/{open-exception}"),
            new View("admin-people", "/admin/people"),
            new View("desk-overview-lead", "/desk/overview?weeks=52"),
            new View("desk-assignment", "/desk/assignment"),
            new View("admin-units", "/admin/units"),
            new View("admin-organization", "/admin/organization"),
            new View("admin-holidays", "/admin/organization/holidays"),
            new View("admin-offerings", "/admin/offerings"),
            new View("admin-offering", "/admin/offerings/new"),
            new View("admin-policies", "/admin/policies"),
            new View("admin-accounts", "/admin/accounts"),
            new View("admin-account", "/admin/accounts/{account}"),
            new View("admin-mail", "/admin/mail"),
            new View("admin-audit", "/admin/audit"));

    private static final Map<String, List<View>> BY_PERSON =
            Map.of("", ANYONE, "staff", STAFF, "ambassador", AMBASSADOR, "comms", COMMS, "admin", ADMIN);

    @Autowired
    JdbcClient database;

    @LocalServerPort
    int port;

    @Test
    void everyPageIsSoundForEveryoneWhoSeesIt() {
        var faults = new ArrayList<String>();
        BY_PERSON.forEach((person, views) -> faults.addAll(look(person, views, WIDE, false)));
        assertThat(faults).isEmpty();
    }

    @Test
    void theBusiestPagesAreSoundOnThePhoneAndInTheDark() {
        var faults = new ArrayList<String>();
        faults.addAll(
                look("", pick(ANYONE, "home", "directory-found", "profile", "verify-official", "freeze"), PHONE, true));
        faults.addAll(
                look("staff", pick(STAFF, "chooser", "ask-department", "ask-account", "class-full"), SMALLEST, false));
        faults.addAll(look("comms", pick(COMMS, "desk", "desk-consultation", "team-class"), PHONE, false));
        faults.addAll(look("comms", pick(COMMS, "desk-exception", "insights"), WIDE, true));
        faults.addAll(look("admin", pick(ADMIN, "admin-freeze", "admin-people"), PHONE, true));
        assertThat(faults).isEmpty();
    }

    @Test
    @Tag("gallery")
    void everyPageIsSoundInLightAndDarkAndOnThePhone() {
        var faults = new ArrayList<String>();
        BY_PERSON.forEach((person, views) -> {
            faults.addAll(look(person, views, WIDE, true));
            faults.addAll(look(person, views, PHONE, false));
            faults.addAll(look(person, views, SMALLEST, true));
        });
        assertThat(faults).isEmpty();
    }

    private List<String> look(String person, List<View> views, int width, boolean dark) {
        var faults = new ArrayList<String>();
        var folder = GALLERY.resolve(width + (dark ? "-dark" : "-light"));
        try (var visit = Visit.to("http://localhost:" + port, width, dark)) {
            visit.as(person.isEmpty() ? null : person);
            for (var view : views) {
                visit.go(filled(view.path()));
                Files.createDirectories(folder);
                visit.faults()
                        .forEach(fault -> faults.add(view.name() + " as " + person + " at " + width + ": " + fault));
                visit.picture(folder.resolve((person.isEmpty() ? "anyone" : person) + "-" + view.name() + ".png"));
            }
        } catch (java.io.IOException cannot) {
            throw new java.io.UncheckedIOException(cannot);
        }
        return faults;
    }

    private static List<View> pick(List<View> views, String... names) {
        return Stream.of(names)
                .map(name -> views.stream()
                        .filter(view -> view.name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private String filled(String path) {
        int open = path.indexOf('{');
        if (open < 0) return path;
        var word = path.substring(open + 1, path.indexOf('}'));
        var found = ofTheDemo(word);
        assertThat(found).as("the demo has a %s", word).isNotNull();
        return path.replace(
                "{" + word + "}", java.net.URLEncoder.encode(found, java.nio.charset.StandardCharsets.UTF_8));
    }

    private @Nullable String ofTheDemo(String word) {
        return switch (word) {
            case "slug" -> first("select slug from directory_entry where photo_id is null order by name limit 1");
            case "topic" -> first("select topics[1] from directory_entry order by name limit 1");
            case "official" -> account("PUBLISHED", "OFFICIAL");
            case "archived" -> account("ARCHIVED", "OFFICIAL");
            case "impostor" -> account("PUBLISHED", "IMPOSTOR");
            case "account" ->
                first("select id::text from registry_account where state = 'PUBLISHED' and kind = 'OFFICIAL'"
                        + " order by name limit 1");
            case "person" ->
                address("select p.platform, p.handle from ambassador_profile p join directory_entry e"
                        + " on e.ambassador_id = p.ambassador_id where not p.hidden order by e.name limit 1");
            case "class-full" -> training("c.starts_at > now() and c.title = 'Answering hard comments'");
            case "class-free" -> training("c.starts_at > now() and c.title = 'Pictures without patients'");
            case "class-past" -> training("c.attended_at is not null");
            case "bulk" -> first("select id::text from desk_bulk order by begun_at limit 1");
            case "own" ->
                first("select 'R-' || i.reference from desk_item i join person p on p.id = i.requester_id"
                        + " where p.name = 'Amina Yusuf' order by i.reference desc limit 1");
            case "booking" ->
                first("select 'R-' || r.reference from consultation_request r join person p on p.id = r.requester_id"
                        + " join consultation_booking b on b.id = r.booking_id where p.name = 'Amina Yusuf'"
                        + " and r.state = 'ACCEPTED' and b.starts_at > now() order by r.reference desc limit 1");
            case "told" -> first("select 'R-' || reference from desk_told where incomplete order by reference limit 1");
            case "merged" -> first("select 'R-' || stays from desk_merge order by at limit 1");
            case "open-exception" ->
                first("select 'R-' || reference from desk_item where kind = 'exception' and status in ('NEW', 'OPEN')"
                        + " order by reference limit 1");
            default ->
                first("select 'R-' || reference from desk_item where kind = '" + word
                        + "' order by (status in ('NEW', 'OPEN')) desc, reference desc limit 1");
        };
    }

    private @Nullable String training(String which) {
        return first("select c.id::text from training_class c where " + which + " limit 1");
    }

    private @Nullable String account(String state, String kind) {
        return address("select platform, handle from registry_account where state = '" + state + "' and kind = '" + kind
                + "' order by name limit 1");
    }

    private @Nullable String address(String sql) {
        return database.sql(sql)
                .query((row, number) -> SocialProfile.of(
                                Platform.ofKey(row.getString("platform").toLowerCase(Locale.ROOT))
                                        .orElseThrow(),
                                row.getString("handle"))
                        .url())
                .optional()
                .orElse(null);
    }

    private @Nullable String first(String sql) {
        return database.sql(sql).query(String.class).optional().orElse(null);
    }
}
