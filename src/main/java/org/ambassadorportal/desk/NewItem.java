package org.ambassadorportal.desk;

import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A request as an intake hands it over.
 *
 * @param reference from {@link Desk#nextReference}
 * @param kind the key of a {@link Kind}
 * @param title one line by which the team recognizes it; cut at 200 characters
 * @param enteredBy who sent the form: the requester, a colleague, or the team after a telephone call
 * @param unit the unit it is about
 * @param words what the requester wrote, the beginning of the conversation
 */
public record NewItem(
        Reference reference,
        String kind,
        String title,
        PersonId requester,
        PersonId enteredBy,
        @Nullable UnitId unit,
        @Nullable String words) {}
