package org.ambassadorportal.calendar;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** A stretch that was kept free can be booked again. */
record HostUnblocked(UUID subject, Instant at) implements Happened {}
