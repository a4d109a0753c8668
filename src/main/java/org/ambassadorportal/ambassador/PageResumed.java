package org.ambassadorportal.ambassador;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** An owner brought their paused page back. */
record PageResumed(UUID subject, Instant at) implements Happened {}
