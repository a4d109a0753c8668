package org.ambassadorportal.registry;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.ambassadorportal.kernel.Required;
import org.jspecify.annotations.Nullable;

/** How many followed an account on a day. */
record CountForm(
        @Required(message = "{registry.count.day.missing}") @Nullable LocalDate day,

        @Required(message = "{registry.count.followers.missing}")
        @Min(value = 0, message = "{registry.count.negative}") @Max(value = 10_000_000_000L, message = "{registry.count.large}") @Nullable Long followers) {}
