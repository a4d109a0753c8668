package org.ambassadorportal.training;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** Somebody gave a seat back. */
record SeatGivenBack(UUID subject, Instant at) implements Happened {}
