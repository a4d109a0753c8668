package org.ambassadorportal.policy;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** The link to the official text was set, changed or taken away. */
record PolicyLinkChanged(UUID subject, Instant at) implements Happened {}
