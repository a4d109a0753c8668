package org.ambassadorportal.training;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** Somebody waits for a seat. */
record WaitingListJoined(UUID subject, Instant at) implements Happened {}
