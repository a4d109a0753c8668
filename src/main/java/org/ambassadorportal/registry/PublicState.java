package org.ambassadorportal.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What anyone may see of the registry, in the words of the public list. */
enum PublicState {
    OFFICIAL("a.kind = 'OFFICIAL' and a.state = 'PUBLISHED'"),
    ARCHIVED("a.kind = 'OFFICIAL' and a.state = 'ARCHIVED'"),
    IMPOSTOR("a.kind = 'IMPOSTOR'");

    private final String condition;

    PublicState(String condition) {
        this.condition = condition;
    }

    /** The condition on {@code registry_account a}. */
    String condition() {
        return condition;
    }

    /** As it stands in an address. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PublicState> read(@Nullable String value) {
        return Arrays.stream(values())
                .filter(state -> state.value().equals(value))
                .findFirst();
    }
}
