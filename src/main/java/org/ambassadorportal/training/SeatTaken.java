package org.ambassadorportal.training;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** Somebody took a seat. */
record SeatTaken(UUID subject, Instant at) implements Happened {}
