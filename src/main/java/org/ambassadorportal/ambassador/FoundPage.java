package org.ambassadorportal.ambassador;

import java.util.List;
import java.util.UUID;
import org.ambassadorportal.kernel.Slice;
import org.ambassadorportal.kernel.Total;
import org.jspecify.annotations.Nullable;

/**
 * A page of the directory: who was found, how many there are, and by what the list can be narrowed.
 *
 * @param near topics that those found also write about, or, where nobody was found, topics spelled alike
 * @param units units whose name fits the words
 * @param unitName the unit that the list is narrowed to
 */
record FoundPage(
        Search search,
        Slice<Row> people,
        Total total,
        List<Choice> platforms,
        List<Choice> languages,
        List<Choice> unitsOfFound,
        List<Choice> near,
        List<Choice> units,
        @Nullable String unitName) {

    FoundPage {
        platforms = List.copyOf(platforms);
        languages = List.copyOf(languages);
        unitsOfFound = List.copyOf(unitsOfFound);
        near = List.copyOf(near);
        units = List.copyOf(units);
    }

    /** Somebody who was found, with the topics marked by which they were. */
    record Row(AmbassadorCard card, List<List<Words.Piece>> topics, List<String> platforms) {

        Row {
            topics = List.copyOf(topics);
            platforms = List.copyOf(platforms);
        }
    }

    /**
     * Something to narrow the list by.
     *
     * @param count how many of those found have it; {@code null} where there are too many to count
     */
    record Choice(String value, String label, @Nullable Integer count, boolean chosen, String path) {}

    /** The address of the same list in another unit. */
    public String pathOf(UUID unit) {
        return search.withUnit(unit).path();
    }
}
