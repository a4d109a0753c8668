package org.ambassadorportal.calendar;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.identity.OptionalMail;
import org.ambassadorportal.identity.PersonId;

/**
 * Something that was booked begins soon, and nobody has been reminded of it yet. Whoever owns it writes the mails, in
 * the transaction of this event; it is said once for each booking, kind and moment of beginning.
 *
 * @param owner the booking or class
 * @param which how long before it begins
 */
public record ReminderDue(UUID owner, TakenKind kind, PersonId host, Instant starts, OptionalMail which) {}
