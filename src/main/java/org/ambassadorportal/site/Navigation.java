package org.ambassadorportal.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ambassadorportal.identity.Role;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.site.Shell.Place;
import org.jspecify.annotations.Nullable;

/** Where each kind of person can go from every page. */
final class Navigation {

    private record Entry(String key, String path) {}

    private static final List<Entry> ANYONE = List.of(
            new Entry("site.nav.ambassadors", "/ambassadors"),
            new Entry("site.nav.accounts", "/accounts"),
            new Entry("site.nav.freeze", "/freeze"),
            new Entry("site.nav.help", "/help"));
    private static final List<Entry> STAFF = List.of(
            new Entry("site.nav.me", "/me"),
            new Entry("site.nav.requests", "/requests"),
            new Entry("site.nav.training", "/training"));
    private static final List<Entry> COMMS = List.of(
            new Entry("site.nav.desk", "/desk"),
            new Entry("site.nav.calendar", "/desk/calendar"),
            new Entry("site.nav.ambassadors", "/ambassadors"),
            new Entry("site.nav.admin.accounts", "/accounts"),
            new Entry("site.nav.admin.freeze", "/freeze"),
            new Entry("site.nav.insights", "/insights"));
    private static final List<Entry> ADMIN = List.of(
            new Entry("site.nav.desk", "/desk"),
            new Entry("site.nav.admin.accounts", "/admin/accounts"),
            new Entry("site.nav.admin.freeze", "/admin/freeze"),
            new Entry("site.nav.admin.people", "/admin/people"),
            new Entry("site.nav.admin.policies", "/admin/policies"),
            new Entry("site.nav.insights", "/insights"),
            new Entry("site.nav.admin.audit", "/admin/audit"));
    private static final List<Entry> OWN = List.of(
            new Entry("site.nav.me", "/me"),
            new Entry("site.nav.requests", "/requests"),
            new Entry("site.nav.requests.new", "/requests/new"),
            new Entry("site.nav.ownMail", "/me/mail"),
            new Entry("site.nav.signInSettings", "/me/sign-in"));
    private static final List<Entry> OWN_COMMS = List.of(
            new Entry("site.nav.hours", "/desk/hours"),
            new Entry("site.nav.classes", "/desk/classes"),
            new Entry("site.nav.training", "/training"),
            new Entry("site.nav.help", "/help"));
    private static final List<Entry> OWN_ADMIN = List.of(
            new Entry("site.nav.training", "/training"),
            new Entry("site.nav.calendar", "/desk/calendar"),
            new Entry("site.nav.hours", "/desk/hours"),
            new Entry("site.nav.classes", "/desk/classes"),
            new Entry("site.nav.ambassadors", "/ambassadors"),
            new Entry("site.nav.admin.offerings", "/admin/offerings"),
            new Entry("site.nav.admin.units", "/admin/units"),
            new Entry("site.nav.admin.organization", "/admin/organization"),
            new Entry("site.nav.admin.mail", "/admin/mail"),
            new Entry("site.nav.help", "/help"));

    private Navigation() {}

    /** The places in the head. */
    static List<Place> of(@Nullable SignedIn person, String path, @Nullable String waiting) {
        var entries = new ArrayList<Entry>();
        if (person == null) {
            entries.addAll(ANYONE);
        } else if (person.roles().contains(Role.ADMIN)) {
            entries.addAll(ADMIN);
        } else if (person.roles().contains(Role.COMMS)) {
            entries.addAll(COMMS);
        } else {
            entries.addAll(STAFF);
            entries.addAll(ANYONE);
        }
        var here = entries.stream()
                .map(Entry::path)
                .filter(place -> within(path, place))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return entries.stream()
                .map(entry -> new Place(
                        entry.key(),
                        entry.path(),
                        entry.path().equals(here),
                        entry.path().equals("/desk") ? waiting : null))
                .toList();
    }

    /** The places in the person's own menu. */
    static List<Place> own(SignedIn person) {
        var entries = new ArrayList<>(OWN);
        if (person.roles().contains(Role.ADMIN)) entries.addAll(OWN_ADMIN);
        else if (person.roles().contains(Role.COMMS)) entries.addAll(OWN_COMMS);
        return entries.stream()
                .map(entry -> new Place(entry.key(), entry.path(), false, null))
                .toList();
    }

    private static boolean within(String path, String place) {
        return path.equals(place) || path.startsWith(place + "/");
    }
}
