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

    /** The first step that lacks an answer; the last one when none does. A draft may be put away half filled in. */
    Step next() {
        var typed = answers;
        if (platform == null || unit == null || lacks(typed.accountName())) return Step.ACCOUNT;
        if (lacks(typed.reason(), typed.audience(), typed.sponsorName(), typed.sponsorTitle(), typed.sponsorMail())) {
            return Step.CASE;
        }
        if (typed.from() == null || typed.until() == null || lacks(typed.administrators())) return Step.TIME;
        return forColleague() && lacks(typed.colleague()) ? Step.TIME : Step.CHECK;
    }

    private static boolean lacks(@Nullable String... texts) {
        for (var text : texts) if (text == null || text.isBlank()) return true;
        return false;
    }

    /** Whether account, platform and unit are known, without which no other page means anything. */
    boolean named() {
        return next() != Step.ACCOUNT;
    }

    /** "Sample Summer Camp, Instagram". */
    public String label() {
        return answers.accountName() + (platform == null ? "" : ", " + platform.label());
    }

    public boolean forColleague() {
        return "colleague".equals(answers.whom());
    }
}
