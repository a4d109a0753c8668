package org.ambassadorportal.notification;

import java.util.Locale;

/** Where a mail stands, with the sign and the tone the pages show it in. */
enum MailState {
    WAITING("bi-hourglass-split", "state-info"),
    DELIVERED("bi-check-lg", "state-good"),
    /** Kept in the portal to be read there, because there is no mail server (local profile). */
    CAUGHT("bi-inbox", "state-calm"),
    FAILED("bi-exclamation-triangle-fill", "state-bad");

    private final String sign;
    private final String tone;

    MailState(String sign, String tone) {
        this.sign = sign;
        this.tone = tone;
    }

    public String sign() {
        return sign;
    }

    public String tone() {
        return tone;
    }

    public String key() {
        return "outbox.state." + name().toLowerCase(Locale.ROOT);
    }
}
