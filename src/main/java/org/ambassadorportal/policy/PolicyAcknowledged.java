package org.ambassadorportal.policy;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** A person acknowledged one exact version; the subject is the version. */
record PolicyAcknowledged(UUID subject, Instant at) implements Happened {}
