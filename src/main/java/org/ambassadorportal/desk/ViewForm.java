package org.ambassadorportal.desk;

import jakarta.validation.constraints.NotBlank;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A view as it is saved or changed.
 *
 * @param shared whether the whole team has it
 * @param list the address of the list it shows; {@code null} leaves it as it is
 * @param replace whether it takes the place of the view that has this name
 */
record ViewForm(
        @NotBlank(message = "{desk.view.name.missing}") @PlainText(max = 60) @Nullable String name,

        @Nullable Boolean shared,
        @PlainText(max = 4000) @Nullable String list,
        @Nullable Boolean replace) {

    boolean forAll() {
        return Boolean.TRUE.equals(shared);
    }

    boolean replaces() {
        return Boolean.TRUE.equals(replace);
    }

    QueueFilter filter() {
        return QueueFilter.read(list == null ? "" : list);
    }

    String named() {
        return name == null ? "" : name.strip().replaceAll("\\s+", " ");
    }
}
