package org.ambassadorportal.training;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** Somebody took the seat that was offered. */
record SeatAccepted(UUID subject, Instant at) implements Happened {}
