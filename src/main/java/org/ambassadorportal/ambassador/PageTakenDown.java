package org.ambassadorportal.ambassador;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** A page was taken down because its owner can no longer sign in. */
record PageTakenDown(UUID subject, Instant at) implements Happened {}
