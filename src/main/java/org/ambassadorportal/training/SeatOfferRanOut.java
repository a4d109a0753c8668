package org.ambassadorportal.training;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** Nobody answered in time, and the seat goes on. */
record SeatOfferRanOut(UUID subject, Instant at) implements Happened {}
