package org.ambassadorportal.policy;

import java.time.Instant;

/** That somebody acknowledged a version: which, when, and the hash of what they read. */
public record AttestationRow(
        PolicyVersionId version, String key, String title, int number, String hash, Instant at, boolean current) {}
