package org.ambassadorportal.amplification;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.WebLinks;
import org.ambassadorportal.registry.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Where it ran: the account, the post's address, the day. */
record RunForm(
        @NotNull(message = "{amplification.account.missing}") @Nullable AccountId account,

        @PlainText(max = 2000) String link,

        @NotNull(message = "{amplification.ranOn.missing}") @Nullable LocalDate ranOn) {

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    RunForm {
        link = Objects.requireNonNullElse(link, "").strip();
    }

    void check(Errors errors) {
        if (!errors.hasFieldErrors("link") && WebLinks.read(link).isEmpty())
            errors.rejectValue("link", link.isEmpty() ? "amplification.ran.link.missing" : "amplification.link.wrong");
    }
}
