package org.ambassadorportal.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What an admin says about a person.
 *
 * @param version the version the form was opened on
 */
record StaffForm(
        @NotBlank(message = "{staff.name.missing}") @PlainText(max = 120) @Nullable String name,

        @NotNull(message = "{staff.role.missing}") @Nullable Role role,
        @Nullable Boolean lead,
        @Nullable Long version) {

    static StaffForm of(StaffRow person) {
        return new StaffForm(person.name(), person.role(), person.lead(), person.version());
    }

    /** The same words on the present version: sent again, they win. */
    StaffForm on(StaffRow present) {
        return new StaffForm(name, role, lead, present.version());
    }

    /** A box that is not ticked is not sent. */
    boolean leads() {
        return Boolean.TRUE.equals(lead);
    }

    String typedName() {
        return name == null ? "" : name.strip();
    }
}
