package org.ambassadorportal.policy;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** The draft of a version was thrown away. */
record PolicyDraftDiscarded(UUID subject, Instant at) implements Happened {}
