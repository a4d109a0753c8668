package org.ambassadorportal.identity;

import java.util.Locale;
import org.springframework.modulith.NamedInterface;

/** The mails that each person can switch off at {@code /me/mail}; all others are sent whatever one prefers. */
@NamedInterface("events")
public enum OptionalMail {
    /** The day before something that was booked. */
    DAY_BEFORE,
    /** An hour before something that was booked. */
    HOUR_BEFORE;

    /** The key of its name and what it says, "mail-kind.day-before". */
    public String key() {
        return "mail-kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
