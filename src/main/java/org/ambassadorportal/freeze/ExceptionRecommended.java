package org.ambassadorportal.freeze;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

record ExceptionRecommended(UUID subject, Instant at) implements Happened {}
