package org.ambassadorportal.ambassador;

import org.ambassadorportal.kernel.Monogram;
import org.jspecify.annotations.Nullable;

/**
 * A published ambassador in a row or on a tile; everything in it is public.
 *
 * @param name with credentials behind it, if they are shown
 * @param line title and unit
 * @param photo what tells the photograph from an earlier one; {@code null} shows the monogram
 */
public record AmbassadorCard(
        String slug, String name, String line, @Nullable String photo, Monogram monogram) {

    static AmbassadorCard of(
            String slug,
            String name,
            @Nullable String credentials,
            @Nullable String title,
            String unit,
            @Nullable String photo) {
        return new AmbassadorCard(
                slug,
                credentials == null ? name : name + ", " + credentials,
                title == null ? unit : title + ", " + unit,
                photo,
                Monogram.of(name));
    }
}
