package org.ambassadorportal.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for on the telephone, in a mail or in person, as the team writes it down.
 *
 * @param askerMail whose request it is
 * @param name only for somebody whom the portal does not know yet
 * @param unit the name of the unit it is about
 * @param mine whether whoever writes it down takes it
 */
record OnBehalfForm(
        @NotNull(message = "{desk.new.way.missing}") @Nullable Way way,

        @NotBlank(message = "{desk.new.mail.missing}") @PlainText(max = 254) @Nullable String askerMail,

        @PlainText(max = 120) @Nullable String name,

        @NotBlank(message = "{desk.new.kind.missing}") @PlainText(max = 40) @Nullable String kind,

        @NotBlank(message = "{desk.new.title.missing}") @PlainText(max = 120) @Nullable String title,

        @PlainText(max = 20_000, lines = true) @Nullable String words,
        @PlainText(max = 200) @Nullable String unit,
        @Nullable Boolean mine,
        @PlainText(max = 36) @Nullable String once) {

    /** How it reached the team. */
    enum Way {
        PHONE,
        MAIL,
        PERSON
    }

    static OnBehalfForm empty() {
        return new OnBehalfForm(
                Way.PHONE, null, null, null, null, null, null, null, Ids.next().toString());
    }

    boolean taken() {
        return Boolean.TRUE.equals(mine);
    }
}
