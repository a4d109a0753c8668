package org.ambassadorportal.amplification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.registry.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A request as the desk and its requester see it.
 *
 * @param accounts the official accounts that were asked for
 * @param warnings what looked revealing, and was confirmed to be harmless
 */
record AmplificationPage(
        Reference reference,
        long version,
        AmplificationState state,
        Subject subject,
        String title,
        @Nullable String link,
        String text,
        @Nullable LocalDate day,
        @Nullable LocalTime time,
        List<Help> help,
        @Nullable String helpWords,
        @Nullable String repost,
        Pictures pictures,
        boolean patients,
        List<PatientRule> confirmed,
        List<Revealing.Kind> warnings,
        List<AccountId> accounts,
        List<String> ambassadors,
        @Nullable AccountId runAccount,
        @Nullable LocalDate runDay,
        List<Ran> runs,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    /** A time it ran. */
    record Ran(AccountId account, String link, LocalDate on) {}

    /** All official accounts that are named here. */
    Set<AccountId> allAccounts() {
        var all = new LinkedHashSet<>(accounts);
        if (runAccount != null) all.add(runAccount);
        runs.forEach(run -> all.add(run.account()));
        return all;
    }

    public boolean isPending() {
        return state == AmplificationState.PENDING;
    }

    public boolean isAccepted() {
        return state == AmplificationState.ACCEPTED;
    }
}
