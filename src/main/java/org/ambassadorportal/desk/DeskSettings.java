package org.ambassadorportal.desk;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By when the team means to answer and to settle, in business hours.
 *
 * @param firstResponse from the arrival to the first answer of a person
 * @param resolution from the arrival to the end; it stands still while the requester is waited for
 * @param goingOut how long a reply can be taken back before it goes out
 * @param goals other times for a kind ("enrollment"), a priority ("high") or both ("enrollment-high"); the most exact
 *     one counts, and what it leaves out is as usual
 */
@ConfigurationProperties("portal.desk")
record DeskSettings(
        @DefaultValue("8h") Duration firstResponse,
        @DefaultValue("40h") Duration resolution,
        @DefaultValue("10s") Duration goingOut,
        @DefaultValue Map<String, Goal> goals) {

    /** The times for some items. */
    record Goal(@Nullable Duration firstResponse, @Nullable Duration resolution) {}

    /** The times that hold for an item. */
    record Goals(Duration firstResponse, Duration resolution) {}

    /** All goals in one text: with other goals it is another. */
    String fingerprint() {
        return firstResponse + " " + resolution + " " + new TreeMap<>(goals);
    }

    Goals of(String kind, Priority priority) {
        var urgency = priority.name().toLowerCase(Locale.ROOT);
        var answer = firstResponse;
        var end = resolution;
        for (var key : new String[] {kind, urgency, kind + "-" + urgency}) {
            var goal = goals.get(key);
            if (goal == null) continue;
            if (goal.firstResponse() != null) answer = goal.firstResponse();
            if (goal.resolution() != null) end = goal.resolution();
        }
        return new Goals(answer, end);
    }
}
