package org.ambassadorportal.site;

import java.time.LocalDate;
import java.util.List;
import org.ambassadorportal.organization.OrganizationFacts;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the content of every page.
 *
 * @param facts the facts of the organization
 * @param places the navigation, in its order
 * @param person who is signed in
 * @param freeze the notice under the head, where it is to be shown
 * @param wide whether the page uses the whole width, as the desk does
 */
record Shell(
        OrganizationFacts facts,
        List<Place> places,
        @Nullable Someone person,
        @Nullable Notice freeze,
        boolean wide) {

    /**
     * A place one can go to.
     *
     * @param key of the message with its name
     * @param count what waits there, or {@code null}
     */
    record Place(
            String key,
            String path,
            boolean current,
            @Nullable String count) {}

    /**
     * The person who is signed in, as the head shows them.
     *
     * @param letters one or two letters for the square
     * @param tint which of the four tints the square has, 1 to 4
     */
    record Someone(String name, String letters, int tint, List<Place> places) {}

    /** The freeze in one line; without an end it goes on until further notice. */
    record Notice(@Nullable LocalDate until) {}
}
