package org.ambassadorportal.ambassador;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** An owner took their page out of sight for a while. */
record PagePaused(UUID subject, Instant at) implements Happened {}
