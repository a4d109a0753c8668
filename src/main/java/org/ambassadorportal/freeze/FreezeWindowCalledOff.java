package org.ambassadorportal.freeze;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** A window that was planned will not come. */
record FreezeWindowCalledOff(UUID subject, Instant at) implements Happened {}
