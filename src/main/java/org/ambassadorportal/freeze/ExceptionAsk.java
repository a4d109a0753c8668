package org.ambassadorportal.freeze;

import java.time.LocalDate;
import java.util.Set;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Everything that must be known before an exception can be reviewed: one named account, who stands behind it, why,
 * for whom, and for how long. Refuses dates that are out of order.
 *
 * @param handle the user name they wish for; may still change until the account exists
 * @param sponsor the leader of the unit who stands behind it
 * @param until the last day the account may run, that day included
 * @param administrators who will hold access; two at least are wanted, fewer are shown to the reviewer
 */
public record ExceptionAsk(
        String accountName,
        Platform platform,
        @Nullable String handle,
        UnitId unit,
        PersonId sponsor,
        String sponsorName,
        String sponsorTitle,
        String reason,
        String audience,
        LocalDate from,
        LocalDate until,
        Set<PersonId> administrators) {

    public ExceptionAsk {
        if (until.isBefore(from)) throw new Refusal("until", "freeze.dates.order");
        administrators = Set.copyOf(administrators);
    }
}
