package org.ambassadorportal.calendar;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** A stretch of a host's time is kept free of bookings. */
record HostBlocked(UUID subject, Instant at) implements Happened {}
