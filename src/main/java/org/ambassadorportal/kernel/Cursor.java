package org.ambassadorportal.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A position in an ordered list, as an address carries it. It is a hint, not a secret: whoever makes one up only
 * starts at another row of a list they may read anyway.
 */
public record Cursor(List<String> values) {

    private static final String BETWEEN = "\u001f";

    public Cursor {
        values = List.copyOf(values);
    }

    public static Cursor of(Object... values) {
        return new Cursor(Arrays.stream(values).map(String::valueOf).toList());
    }

    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, values).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a position from an address. What cannot be read, or has another number of values, is the list's beginning.
     */
    public static Optional<Cursor> read(@Nullable String text, int size) {
        if (text == null || text.isBlank() || text.length() > 2000) return Optional.empty();
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var values = List.of(plain.split(BETWEEN, -1));
            return values.size() == size && plain.indexOf('\0') < 0
                    ? Optional.of(new Cursor(values))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
