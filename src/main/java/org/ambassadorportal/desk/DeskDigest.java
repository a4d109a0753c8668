package org.ambassadorportal.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Clocks run out, or have run out, and somebody of the team is told of all of them in one mail.
 *
 * @param late how many are late, of their own or, for a lead, of others
 * @param soon how many run out soon
 * @param lines one for each, the most urgent first
 * @param path the list that holds them
 */
@NamedInterface("events")
public record DeskDigest(Addressee to, int late, int soon, List<String> lines, String path, Instant at)
        implements Mailed {

    @Override
    public List<Letter> letters() {
        var facts = new LinkedHashMap<String, String>();
        if (late > 0) facts.put("desk.late", String.valueOf(late));
        if (soon > 0) facts.put("desk.soon", String.valueOf(soon));
        var key = late > 0 ? "desk-late" : "desk-soon";
        @Nullable String reference = null;
        return List.of(new Letter(key, List.of(to), reference, facts, String.join("\n", lines), path, null));
    }
}
