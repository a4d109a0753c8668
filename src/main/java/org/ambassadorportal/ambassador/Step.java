package org.ambassadorportal.ambassador;

import java.util.List;
import java.util.Locale;
import org.ambassadorportal.kernel.NotFound;

/** The pages of an enrollment, in their order. */
enum Step {
    YOU,
    PROFILES,
    POLICIES,
    PUBLIC,
    CHECK;

    private static final List<Step> JOINING = List.of(values());
    private static final List<Step> CHANGING = List.of(YOU, PROFILES, CHECK);

    /** Whoever changes a page has read the policies and said what is public already. */
    static List<Step> of(Purpose purpose) {
        return purpose == Purpose.JOIN ? JOINING : CHANGING;
    }

    /** Reads it from an address. */
    static Step of(String key) {
        return JOINING.stream()
                .filter(step -> step.key().equals(key))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** As it stands in the address. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String path() {
        return "/enroll/" + key();
    }
}
