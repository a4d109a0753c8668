package org.ambassadorportal.calendar;

import java.util.Locale;
import java.util.Optional;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.WebLinks;
import org.jspecify.annotations.Nullable;

/**
 * The address at which a host's own calendar is published, as they paste it. It is a secret of theirs, so no page ever
 * shows it again.
 */
record BusyForm(@PlainText(max = 2000) @Nullable String address) {

    /** The address to fetch; calendars like to write webcal: for https:. */
    Optional<String> read() {
        if (address == null) return Optional.empty();
        var typed = address.strip();
        boolean webcal = typed.toLowerCase(Locale.ROOT).startsWith("webcal://");
        return WebLinks.read(webcal ? "https" + typed.substring("webcal".length()) : typed);
    }
}
