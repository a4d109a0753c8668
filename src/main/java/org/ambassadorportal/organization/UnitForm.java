package org.ambassadorportal.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What an admin says about a unit.
 *
 * @param parent the name of the unit it belongs to; empty at the top
 * @param version the version the form was opened on; empty for a new unit
 */
record UnitForm(
        @NotBlank(message = "{unit.name.missing}") @PlainText(max = 160) @Nullable String name,

        @NotNull(message = "{unit.kind.missing}") @Nullable UnitKind kind,
        @PlainText(max = 200) @Nullable String parent,
        @Nullable Long version,
        @PlainText(max = 36) @Nullable String once) {

    static UnitForm of(UnitPage unit) {
        return new UnitForm(unit.name(), unit.kind(), unit.parentName(), unit.version(), null);
    }

    /** The same words on the present version: sent again, they win. */
    UnitForm on(UnitPage present) {
        return new UnitForm(name, kind, parent, present.version(), null);
    }

    String typedName() {
        return name == null ? "" : name.strip().replaceAll("\\s+", " ");
    }

    UnitKind chosenKind() {
        return kind == null ? UnitKind.OTHER : kind;
    }
}
