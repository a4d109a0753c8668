package org.ambassadorportal.training;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** Somebody did not want the seat that was offered. */
record SeatDeclined(UUID subject, Instant at) implements Happened {}
