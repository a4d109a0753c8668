package org.ambassadorportal.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;

/** An account as admins see it. */
record AccountPage(
        AccountId id,
        long version,
        AccountKind kind,
        AccountState state,
        String name,
        Platform platform,
        String handle,
        @Nullable String stableId,
        @Nullable UnitId unit,
        @Nullable String unitName,
        String language,
        String tags,
        @Nullable LocalDate openedOn,
        Instant registeredAt,
        @Nullable Instant certifiedAt,
        @Nullable LocalDate archivedOn,
        @Nullable AccountId successor,
        @Nullable String successorName,
        @Nullable LocalDate reportedOn) {

    /** Somebody who holds access. */
    record Administrator(String name, String mail) {}

    /** A name it had. */
    record EarlierName(String handle, LocalDate until) {}

    /** How many followed it on a day, and where the figure is from. */
    record Count(LocalDate day, long followers, FollowerSource source) {}

    /** All that stands on its page. */
    record Whole(
            AccountPage account,
            List<Administrator> administrators,
            List<EarlierName> earlierNames,
            List<Count> counts) {

        /** Two at least must hold access, so that an account outlives a leave. */
        public boolean tooFewAdministrators() {
            return account.official() && account.state() != AccountState.ARCHIVED && administrators.size() < 2;
        }

        /** As the edit form shows them. */
        String typedAdministrators() {
            return administrators.stream().map(Administrator::mail).collect(Collectors.joining("\n"));
        }

        /** The counts as a table shows them. */
        public List<Count> newestFirst() {
            return counts.reversed();
        }

        public @Nullable GrowthChart chart() {
            return counts.size() < 2 ? null : GrowthChart.of(counts);
        }
    }

    public boolean official() {
        return kind == AccountKind.OFFICIAL;
    }

    public String label() {
        return name + ", " + platform.label();
    }

    public String shown() {
        return Handles.shown(platform, handle);
    }

    public String url() {
        return Handles.url(platform, handle);
    }

    public String languageName() {
        return AccountForm.languageName(language);
    }

    /** What the edit form begins with. */
    AccountForm form(String administrators) {
        var url = url();
        return new AccountForm(
                name,
                url.isEmpty() ? handle : url,
                stableId,
                unitName,
                administrators,
                language,
                tags,
                openedOn,
                !official(),
                reportedOn,
                null);
    }
}
