package org.ambassadorportal.policy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * The draft of the next version.
 *
 * @param version the version of the policy that the admin had before them
 */
record PolicyForm(
        @NotBlank(message = "{policy.title.missing}") @PlainText(max = 120)
        String title,

        @NotBlank(message = "{policy.text.missing}") @PlainText(max = 40_000, lines = true)
        String text,

        @NotNull(message = "{policy.effective.missing}") LocalDate effective,

        @Nullable Long version) {

    static PolicyForm of(PolicyEditing.Page page) {
        return new PolicyForm(page.title(), page.text(), page.effective(), page.version());
    }
}
