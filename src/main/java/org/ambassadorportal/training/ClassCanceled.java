package org.ambassadorportal.training;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** The team canceled a class for all. */
record ClassCanceled(UUID subject, Instant at) implements Happened {}
