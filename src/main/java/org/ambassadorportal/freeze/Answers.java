package org.ambassadorportal.freeze;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What somebody has typed so far into the form of an exception: a draft, kept by the desk until it is sent. */
record Answers(
        @Nullable String accountName,
        @Nullable String platform,
        @Nullable String handle,
        @Nullable String unit,
        @Nullable String reason,
        @Nullable String audience,
        @Nullable String sponsorName,
        @Nullable String sponsorTitle,
        @Nullable String sponsorMail,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String administrators,
        @Nullable String whom,
        @Nullable String colleague) {

    static Answers none() {
        return new Answers(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    Answers with(AccountStepForm step) {
        return new Answers(
                step.accountName(),
                step.platform(),
                step.handle(),
                step.unit(),
                reason,
                audience,
                sponsorName,
                sponsorTitle,
                sponsorMail,
                from,
                until,
                administrators,
                whom,
                colleague);
    }

    Answers with(CaseStepForm step) {
        return new Answers(
                accountName,
                platform,
                handle,
                unit,
                step.reason(),
                step.audience(),
                step.sponsorName(),
                step.sponsorTitle(),
                step.sponsorMail(),
                from,
                until,
                administrators,
                whom,
                colleague);
    }

    Answers with(TimeStepForm step) {
        return new Answers(
                accountName,
                platform,
                handle,
                unit,
                reason,
                audience,
                sponsorName,
                sponsorTitle,
                sponsorMail,
                step.from(),
                step.until(),
                step.administrators(),
                step.whom(),
                step.colleague());
    }

    Answers with(QuestionStepForm step) {
        return new Answers(
                accountName,
                platform,
                handle,
                unit,
                step.words(),
                audience,
                sponsorName,
                sponsorTitle,
                sponsorMail,
                from,
                until,
                administrators,
                step.whom(),
                step.colleague());
    }

    AccountStepForm account() {
        return new AccountStepForm(accountName, platform, handle, unit);
    }

    CaseStepForm standing() {
        return new CaseStepForm(reason, audience, sponsorName, sponsorTitle, sponsorMail);
    }

    TimeStepForm time() {
        return new TimeStepForm(from, until, administrators, whom, colleague);
    }
}
