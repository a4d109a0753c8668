package org.ambassadorportal.desk;

import jakarta.validation.constraints.NotBlank;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Into which item this one is merged.
 *
 * @param into the reference of the one that stays
 */
record MergeForm(
        @NotBlank(message = "{desk.merge.into.missing}") @PlainText(max = 40) @Nullable String into,

        @Nullable Long version) {}
