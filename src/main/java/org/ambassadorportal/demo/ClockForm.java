package org.ambassadorportal.demo;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The day the portal is to believe it is. */
record ClockForm(
        @NotNull(message = "{demo.clock.day.missing}") @Nullable LocalDate day) {}
