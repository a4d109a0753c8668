package org.ambassadorportal.training;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** It was noted who came. */
record AttendanceNoted(UUID subject, Instant at) implements Happened {}
