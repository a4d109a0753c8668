package org.ambassadorportal.registry;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

record AccountPublished(UUID subject, Instant at) implements Happened {}
