package org.ambassadorportal.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.springframework.modulith.NamedInterface;

/**
 * The desk settled an item without a word to its requester, who is told how it ended.
 *
 * @param outcome how it ended, in words
 */
@NamedInterface("events")
public record EndTold(Reference reference, String title, String outcome, List<Addressee> to, Instant at)
        implements Mailed {

    @Override
    public List<Letter> letters() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("desk.title", title);
        facts.put("desk.outcome", outcome);
        return List.of(
                new Letter("settled", to, reference.toString(), facts, null, ItemRow.requestPath(reference), null));
    }
}
