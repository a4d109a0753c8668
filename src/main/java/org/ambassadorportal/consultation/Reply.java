package org.ambassadorportal.consultation;

import jakarta.persistence.Embeddable;

/** A question of the offering as it was asked, and its answer. */
@Embeddable
record Reply(String question, String answer) {}
