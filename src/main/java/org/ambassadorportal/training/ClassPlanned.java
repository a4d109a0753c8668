package org.ambassadorportal.training;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** The team announced a class. */
record ClassPlanned(UUID subject, Instant at) implements Happened {}
