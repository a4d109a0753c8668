package org.ambassadorportal.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which people the list shows; stands in the page's address.
 *
 * @param show "comms", "admins", "disabled" or "never" (signed in); everybody who is not disabled otherwise
 * @param q a part of the name or of the mail address
 */
record StaffFilter(@Nullable String show, @Nullable String q) {

    static final List<String> VIEWS = List.of("all", "comms", "admins", "never", "disabled");

    StaffFilter {
        show = show == null || !VIEWS.contains(show) ? "all" : show;
        q = q == null || q.isBlank() || q.length() > 200 || q.indexOf('\0') >= 0 ? null : q.strip();
    }

    /** What the rows must fulfill, in SQL of our own. */
    String condition() {
        return switch (show == null ? "all" : show) {
            case "comms" -> "p.role in ('COMMS', 'ADMIN') and not p.disabled";
            case "admins" -> "p.role = 'ADMIN' and not p.disabled";
            case "never" -> "p.signed_in_at is null and not p.disabled";
            case "disabled" -> "p.disabled";
            default -> "not p.disabled";
        };
    }

    /** The words as a pattern of SQL, with its own signs taken literally. */
    String pattern() {
        return q == null ? "%" : "%" + q.replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }

    /** The address of this list with another view of it. */
    public String with(String view) {
        return address(view, q, null);
    }

    /** The address of this list without the words that were searched for. */
    public String withoutSearch() {
        return address(show, null, null);
    }

    /** The address of this list from a row on. */
    public String at(@Nullable String after) {
        return address(show, q, after);
    }

    private static String address(@Nullable String show, @Nullable String q, @Nullable String after) {
        var address = UriComponentsBuilder.fromPath("/admin/people");
        if (show != null && !show.equals("all")) address.queryParam("show", show);
        if (q != null) address.queryParam("q", "{q}");
        if (after != null) address.queryParam("after", after);
        return (q == null ? address.build() : address.encode().buildAndExpand(q)).toUriString();
    }
}
