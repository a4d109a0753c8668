package org.ambassadorportal.amplification;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.WebLinks;
import org.ambassadorportal.registry.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The second page: by when, through which accounts, what kind of help, about whom.
 *
 * @param accounts ids of official accounts; none where the comms team is to choose
 * @param repost the ambassador's post, where it is to be reposted
 * @param ambassadors names of ambassadors, chosen by typing
 */
record WhereForm(
        @Nullable LocalDate day,
        @Nullable LocalTime time,
        List<@PlainText(max = 36) String> accounts,
        List<Help> help,
        @PlainText(max = 500, lines = true) String helpWords,
        @PlainText(max = 2000) String repost,
        List<@PlainText(max = 200) String> ambassadors) {

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    WhereForm {
        accounts = typed(accounts);
        help = help == null
                ? List.of()
                : help.stream().filter(Objects::nonNull).distinct().toList();
        helpWords = Objects.requireNonNullElse(helpWords, "").strip();
        repost = Objects.requireNonNullElse(repost, "").strip();
        ambassadors = typed(ambassadors);
    }

    private static List<String> typed(@Nullable List<String> texts) {
        if (texts == null) return List.of();
        return texts.stream()
                .filter(text -> text != null && !text.isBlank())
                .map(String::strip)
                .distinct()
                .toList();
    }

    /** The form as it opens: about these ambassadors, mostly whoever asks. */
    static WhereForm about(List<String> ambassadors) {
        return new WhereForm(null, null, List.of(), List.of(), "", "", ambassadors);
    }

    /**
     * What no annotation can say.
     *
     * @param today the day in the organization's zone
     */
    void check(@Nullable Subject subject, LocalDate today, Errors errors) {
        if (!errors.hasFieldErrors("day")) {
            if (day == null && subject == Subject.EVENT) errors.rejectValue("day", "amplification.day.missing");
            if (day == null && time != null) errors.rejectValue("day", "amplification.day.alone");
            if (day != null && day.isBefore(today)) errors.rejectValue("day", "amplification.day.past");
            if (day != null && day.isAfter(today.plusYears(2))) errors.rejectValue("day", "amplification.day.far");
        }
        if (help.isEmpty() && !errors.hasFieldErrors("help")) errors.rejectValue("help", "amplification.help.missing");
        if (help.contains(Help.OTHER) && helpWords.isEmpty())
            errors.rejectValue("helpWords", "amplification.helpWords.missing");
        if (help.contains(Help.REPOST)
                && !errors.hasFieldErrors("repost")
                && WebLinks.read(repost).isEmpty())
            errors.rejectValue(
                    "repost", repost.isEmpty() ? "amplification.repost.missing" : "amplification.link.wrong");
    }

    /** What else is wanted, in words; only where that was chosen. */
    String otherHelp() {
        return help.contains(Help.OTHER) ? helpWords : "";
    }

    /** The post to repost; only where that was chosen. */
    String postToRepost() {
        return help.contains(Help.REPOST) ? repost : "";
    }

    Set<AccountId> accountIds() {
        return accounts.stream().map(AccountId::of).collect(Collectors.toSet());
    }
}
