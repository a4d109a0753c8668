package org.ambassadorportal.freeze;

import java.time.Instant;
import org.ambassadorportal.organization.UnitRow;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;

/**
 * A draft as its pages show it.
 *
 * @param key the draft's own key, by which sending it twice makes one request
 * @param platform the platform that was chosen
 * @param unit the unit that was typed, if there is one of that name
 */
record DraftPage(
        String key,
        Answers answers,
        Instant savedAt,
        @Nullable Platform platform,
        @Nullable UnitRow unit) {

    /** The first step that is not filled in, as the end of its address; "/check" when all are. */
    String next() {
        var typed = answers;
        if (typed.accountName() == null || platform == null || unit == null) return "";
        if (typed.reason() == null || typed.sponsorMail() == null) return "/case";
        return typed.from() == null || typed.until() == null || typed.administrators() == null ? "/time" : "/check";
    }

    /** "Sample Summer Camp, Instagram". */
    public String label() {
        return answers.accountName() + (platform == null ? "" : ", " + platform.label());
    }

    public boolean forColleague() {
        return "colleague".equals(answers.whom());
    }
}
