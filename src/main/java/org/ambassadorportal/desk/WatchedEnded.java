package org.ambassadorportal.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.springframework.modulith.NamedInterface;

/**
 * An item is over; those of the team who watch it are told.
 *
 * @param outcome how it ended, in words
 * @param byName who settled or withdrew it
 */
@NamedInterface("events")
public record WatchedEnded(
        Reference reference, String kind, String title, String outcome, List<Addressee> to, String byName, Instant at)
        implements Mailed {

    @Override
    public List<Letter> letters() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("desk.title", title);
        facts.put("desk.outcome", outcome);
        facts.put("desk.ended-by", byName);
        var path = ItemRow.path(kind, reference);
        return List.of(new Letter("watched-ended", to, reference.toString(), facts, null, path, null));
    }
}
