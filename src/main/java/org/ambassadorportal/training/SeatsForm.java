package org.ambassadorportal.training;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.ambassadorportal.kernel.Required;
import org.jspecify.annotations.Nullable;

/** How many seats a class has from now on. */
record SeatsForm(
        @Required(message = "{training.form.seats.missing}")
        @Min(value = 1, message = "{training.form.seats.range}") @Max(value = 1000, message = "{training.form.seats.range}") @Nullable Integer seats) {}
