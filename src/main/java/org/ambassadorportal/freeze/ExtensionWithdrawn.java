package org.ambassadorportal.freeze;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

record ExtensionWithdrawn(UUID subject, Instant at) implements Happened {}
