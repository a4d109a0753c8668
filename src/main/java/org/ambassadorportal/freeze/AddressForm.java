package org.ambassadorportal.freeze;

import jakarta.validation.constraints.NotBlank;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/** The account exists: its address, as it was pasted. */
record AddressForm(
        @PlainText(max = 600) @NotBlank(message = "{freeze.account.address.missing}") @Nullable String address) {}
