package org.ambassadorportal.consultation;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What came of it, for its guest and its host to read.
 *
 * @param materials what was sent or shown, one a line
 * @param attended how many were there, at a talk or a training
 */
@Embeddable
record Outcome(
        @Nullable String agreed,
        @Nullable String nextStep,
        @Nullable String materials,
        @Nullable Integer attended) {}
