package org.ambassadorportal.consultation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.offering.Offered;
import org.ambassadorportal.offering.OfferingKind;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The first page: what one wants, and who comes.
 *
 * @param offering the id of an offering
 * @param unit the name of a unit, chosen by typing
 * @param guests who else comes, one a line, by name or by address
 * @param whom "me" or "colleague"; with {@code colleague} the two fields of the desk's question
 */
record WhatForm(
        @PlainText(max = 36) String offering,
        @PlainText(max = 200) String unit,
        @PlainText(max = 5000, lines = true) String guests,
        @PlainText(max = 20) String whom,
        @PlainText(max = 254) String colleague) {

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    WhatForm {
        offering = Objects.requireNonNullElse(offering, "");
        unit = Objects.requireNonNullElse(unit, "").strip();
        guests = Objects.requireNonNullElse(guests, "").strip();
        whom = Objects.requireNonNullElse(whom, "");
        colleague = Objects.requireNonNullElse(colleague, "").strip();
    }

    /** The form as it opens. */
    static WhatForm empty() {
        return new WhatForm("", "", "", "", "");
    }

    /** The same, begun by a link that says "self" or "department". */
    WhatForm begun(@Nullable String scope, List<Offered> active) {
        if (scope == null) return this;
        var kind = scope.equals("department") ? OfferingKind.DEPARTMENT : OfferingKind.ONESELF;
        return active.stream()
                .filter(offered -> offered.kind() == kind)
                .findFirst()
                .map(first -> new WhatForm(first.id().toString(), unit, guests, whom, colleague))
                .orElse(this);
    }

    /** What was chosen, if it is on offer. */
    Optional<Offered> chosen(List<Offered> active) {
        return active.stream()
                .filter(offered -> offered.id().toString().equals(offering))
                .findFirst();
    }

    /** What no annotation can say. */
    void check(List<Offered> active, Errors errors) {
        if (offering.isEmpty()) {
            errors.rejectValue("offering", "booking.offering.missing");
            return;
        }
        var chosen = chosen(active);
        if (chosen.isEmpty()) errors.rejectValue("offering", "booking.offering.closed");
        else if (chosen.get().kind() == OfferingKind.DEPARTMENT) {
            if (unit.isEmpty() && !errors.hasFieldErrors("unit"))
                errors.rejectValue("unit", "consultation.unit.missing");
            if (!errors.hasFieldErrors("guests")) GuestList.read(guests).into(errors);
        }
    }

    /** Who else comes; nobody where one comes alone. */
    List<Guest> guestsFor(Offered offered) {
        return offered.kind() == OfferingKind.DEPARTMENT
                ? GuestList.read(guests).guests()
                : List.of();
    }
}
