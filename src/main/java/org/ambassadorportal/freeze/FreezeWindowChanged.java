package org.ambassadorportal.freeze;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

record FreezeWindowChanged(UUID subject, Instant at, List<String> fields) implements Happened {}
