package org.ambassadorportal.registry;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

record AccountRemoved(UUID subject, Instant at) implements Happened {}
