package org.ambassadorportal.consultation;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A day that would suit, with a time or without. */
@Embeddable
record Wish(LocalDate day, @Nullable LocalTime time) {}
