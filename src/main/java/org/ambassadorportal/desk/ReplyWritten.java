package org.ambassadorportal.desk;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** Somebody of the team wrote a reply, which goes out by itself a little later, as {@link ReplySent}. */
record ReplyWritten(UUID subject, Reference reference, String kind, Instant at) implements Happened {}
