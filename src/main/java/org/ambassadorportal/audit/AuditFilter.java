package org.ambassadorportal.audit;

import java.time.LocalDate;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which entries the trail shows; stands in the page's address.
 *
 * @param who a person's mail address or id
 * @param verb what was done, such as "exception-approved"
 * @param about what it was done to: a reference, a person's mail address, or an id
 * @param from the first day, in the organization's zone
 * @param to the last day
 */
record AuditFilter(
        @PlainText(max = 320) @Nullable String who,
        @PlainText(max = 120) @Nullable String verb,
        @PlainText(max = 320) @Nullable String about,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static final AuditFilter NONE = new AuditFilter(null, null, null, null, null);

    AuditFilter {
        who = blankToNull(who);
        verb = blankToNull(verb);
        about = blankToNull(about);
    }

    public boolean any() {
        return !equals(NONE);
    }

    /** The address of this list from a position on; from its beginning with {@code null}. */
    public String at(@Nullable String after) {
        return address("/admin/audit", after);
    }

    /** The address of the download of this list. */
    public String download() {
        return address("/admin/audit.csv", null);
    }

    /** The address of what this person did, otherwise filtered as now. */
    public String by(Object person) {
        return new AuditFilter(person.toString(), verb, about, from, to).at(null);
    }

    /** The address of all that was done to this, whoever did it and whenever. */
    public String around(Object subject) {
        return new AuditFilter(null, null, subject.toString(), null, null).at(null);
    }

    private String address(String path, @Nullable String after) {
        var address = UriComponentsBuilder.fromPath(path);
        var values = new java.util.LinkedHashMap<String, Object>();
        put(values, "who", who);
        put(values, "verb", verb);
        put(values, "about", about);
        put(values, "from", from);
        put(values, "to", to);
        put(values, "after", after);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    private static void put(java.util.Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) values.put(name, value);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
