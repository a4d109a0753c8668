package org.ambassadorportal.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/** Who is invited, and what they may do. The address may lie outside the mail domains. */
record InviteForm(
        @NotBlank(message = "{staff.name.missing}") @PlainText(max = 120) @Nullable String name,

        @NotBlank(message = "{staff.mail.missing}") @Pattern(regexp = LinkForm.ADDRESS, message = "{sign-in.mail.shape}") @PlainText(max = 254)
        @Nullable String mail,

        @NotNull(message = "{staff.role.missing}") @Nullable Role role,
        @PlainText(max = 36) @Nullable String once) {

    String typedName() {
        return name == null ? "" : name.strip();
    }
}
