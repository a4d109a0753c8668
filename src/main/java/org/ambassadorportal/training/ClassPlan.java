package org.ambassadorportal.training;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.offering.Format;
import org.jspecify.annotations.Nullable;

/**
 * What, when, where and by whom.
 *
 * @param place the room, or the address of the video meeting, if it is known already
 */
record ClassPlan(
        String title,
        String about,
        PersonId host,
        Instant starts,
        int minutes,
        Format format,
        @Nullable String place) {

    Instant ends() {
        return starts.plus(Duration.ofMinutes(minutes));
    }

    /** Whether it takes the host's time differently than before. */
    boolean takesAnotherTime(ClassPlan before) {
        return !host.equals(before.host)
                || !starts.equals(before.starts)
                || minutes != before.minutes
                || format != before.format;
    }

    /** Whether those who come must hear of it; the text alone is no such matter. */
    boolean differsForPeople(ClassPlan before) {
        return takesAnotherTime(before) || !title.equals(before.title) || !Objects.equals(place, before.place);
    }

    List<String> changedSince(ClassPlan before) {
        var changed = new ArrayList<String>();
        if (!title.equals(before.title)) changed.add("title");
        if (!about.equals(before.about)) changed.add("about");
        if (!host.equals(before.host)) changed.add("host");
        if (!starts.equals(before.starts)) changed.add("starts");
        if (minutes != before.minutes) changed.add("minutes");
        if (format != before.format) changed.add("format");
        if (!Objects.equals(place, before.place)) changed.add("place");
        return changed;
    }
}
