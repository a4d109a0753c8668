package org.ambassadorportal.training;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** Somebody waits no more. */
record WaitingListLeft(UUID subject, Instant at) implements Happened {}
