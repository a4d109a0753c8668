package org.ambassadorportal.ambassador;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;

/** The fields in which profiles are entered: one for each platform, and two for whatever else somebody has. */
final class ProfileSlots {

    static final List<String> SPARE = List.of("more", "further");

    private ProfileSlots() {}

    static List<String> all() {
        return Stream.concat(Platform.forPeople().stream().map(Platform::key), SPARE.stream())
                .toList();
    }

    /** The field for a profile on this platform that is not taken yet, and is then; {@code null} when all are. */
    static @Nullable String free(Platform platform, Set<String> taken) {
        return Stream.concat(Stream.of(platform.key()), SPARE.stream())
                .filter(taken::add)
                .findFirst()
                .orElse(null);
    }
}
