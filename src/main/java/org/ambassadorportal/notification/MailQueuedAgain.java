package org.ambassadorportal.notification;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;
import org.jspecify.annotations.Nullable;

/**
 * An admin had a mail sent again.
 *
 * @param reference the request it belongs to
 */
record MailQueuedAgain(UUID subject, @Nullable String reference, Instant at) implements Happened {}
