package org.ambassadorportal.notification;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which mails the list shows; stands in the page's address.
 *
 * @param state one of {@link MailState}, in lower case; all when it is none
 * @param q a reference such as "R-1042", or a part of the recipient's name or address
 */
record MailFilter(@Nullable String state, @Nullable String q) {

    private static final Pattern REFERENCE = Pattern.compile("[Rr]-?\\d{1,18}");
    private static final int LONGEST = 200;

    MailFilter {
        q = q == null || q.isBlank() || q.length() > LONGEST || q.indexOf('\0') >= 0 ? null : q.strip();
    }

    public @Nullable MailState chosen() {
        if (state == null) return null;
        for (var known : MailState.values()) {
            if (known.name().equals(state.toUpperCase(Locale.ROOT))) return known;
        }
        return null;
    }

    @Nullable String reference() {
        if (q == null || !REFERENCE.matcher(q).matches()) return null;
        return "R-" + q.replaceAll("\\D", "");
    }

    /** The recipient as a pattern of SQL, with its own signs taken literally. */
    @Nullable String recipient() {
        if (q == null || reference() != null) return null;
        return "%" + q.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    public boolean any() {
        return chosen() != null || q != null;
    }

    /** The address of this list with another state; {@code null} for all. */
    public String with(@Nullable MailState other) {
        return address(other, q, null);
    }

    /** The address of this list without the words that were searched for. */
    public String withoutSearch() {
        return address(chosen(), null, null);
    }

    /** The address of this list's next page. */
    public String at(@Nullable String after) {
        return address(chosen(), q, after);
    }

    private static String address(@Nullable MailState state, @Nullable String q, @Nullable String after) {
        var address = UriComponentsBuilder.fromPath("/admin/mail");
        if (state != null) address.queryParam("state", state.name().toLowerCase(Locale.ROOT));
        if (q != null) address.queryParam("q", "{q}");
        if (after != null) address.queryParam("after", after);
        return (q == null ? address.build() : address.encode().buildAndExpand(q)).toUriString();
    }
}
