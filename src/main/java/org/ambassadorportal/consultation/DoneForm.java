package org.ambassadorportal.consultation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What came of a booking; all of it may be left out.
 *
 * @param attended how many were there
 */
record DoneForm(
        @PlainText(max = 2000, lines = true) String agreed,
        @PlainText(max = 500) String nextStep,
        @PlainText(max = 1000, lines = true) String materials,

        @Min(value = 0, message = "{consultation.attended.range}") @Max(value = 100_000, message = "{consultation.attended.range}") @Nullable Integer attended,

        @Nullable Long version) {

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    DoneForm {
        agreed = Objects.requireNonNullElse(agreed, "").strip();
        nextStep = Objects.requireNonNullElse(nextStep, "").strip();
        materials = Objects.requireNonNullElse(materials, "").strip();
    }

    static DoneForm empty(long version) {
        return new DoneForm("", "", "", null, version);
    }

    Outcome outcome() {
        return new Outcome(typed(agreed), typed(nextStep), typed(materials), attended);
    }

    private static @Nullable String typed(String text) {
        return text.isEmpty() ? null : text;
    }
}
