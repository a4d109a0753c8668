package org.ambassadorportal.training;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** A seat became free and was offered to the next on the list. */
record SeatOffered(UUID subject, Instant at) implements Happened {}
