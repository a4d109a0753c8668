package org.ambassadorportal.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an admin looks at in the registry: a state, or what is to be done. */
enum AdminView {
    ALL("true"),
    REVIEW("a.state = 'UNDER_REVIEW'"),
    PUBLISHED("a.kind = 'OFFICIAL' and a.state = 'PUBLISHED'"),
    DUE("a.kind = 'OFFICIAL' and a.state = 'PUBLISHED' and a.certified_at < :stale"),
    ADMINISTRATORS("a.kind = 'OFFICIAL' and a.state <> 'ARCHIVED'"
            + " and (select count(*) from registry_administrator h where h.account_id = a.id) < 2"),
    IMPOSTOR("a.kind = 'IMPOSTOR'"),
    ARCHIVED("a.kind = 'OFFICIAL' and a.state = 'ARCHIVED'");

    private final String condition;

    AdminView(String condition) {
        this.condition = condition;
    }

    /** The condition on {@code registry_account a}; {@code :stale} is the moment before which a certification is too old. */
    String condition() {
        return condition;
    }

    /** As it stands in an address. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<AdminView> read(@Nullable String value) {
        return Arrays.stream(values())
                .filter(view -> view.value().equals(value))
                .findFirst();
    }
}
