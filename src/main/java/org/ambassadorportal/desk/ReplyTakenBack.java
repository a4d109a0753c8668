package org.ambassadorportal.desk;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** Whoever wrote a reply took it back before it went out. */
record ReplyTakenBack(UUID subject, Reference reference, String kind, Instant at) implements Happened {}
