package org.ambassadorportal.policy;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** The draft of the next version was written. */
record PolicyDraftWritten(UUID subject, Instant at) implements Happened {}
