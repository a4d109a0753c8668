package org.ambassadorportal.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a long list, read by keyset: it costs the same at the end of the list as at its beginning.
 *
 * @param rows what stands on this page
 * @param next the position behind the last row, as the address of the next page carries it; {@code null} on the last
 */
public record Slice<T>(List<T> rows, @Nullable String next) {

    public Slice {
        rows = List.copyOf(rows);
    }

    /**
     * Cuts a page out of rows that were read with a limit of {@code size + 1}.
     *
     * @param position what tells where a row stands in the order
     */
    public static <T> Slice<T> of(List<T> read, int size, Function<T, Cursor> position) {
        if (read.size() <= size) return new Slice<>(read, null);
        var rows = read.subList(0, size);
        return new Slice<>(rows, position.apply(rows.getLast()).text());
    }
}
