package org.ambassadorportal.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/**
 * A requester wrote to the team; whoever has the item is told, or everybody where nobody has it.
 *
 * @param byName who wrote: the requester, or who asked for them
 */
@NamedInterface("events")
public record RequesterAnswered(
        UUID subject,
        Reference reference,
        String kind,
        String title,
        List<Addressee> to,
        String byName,
        String words,
        Instant at)
        implements Happened, Mailed {

    @Override
    public List<Letter> letters() {
        if (to.isEmpty()) return List.of();
        var facts = new LinkedHashMap<String, String>();
        facts.put("desk.title", title);
        facts.put("desk.requester", byName);
        var path = ItemRow.path(kind, reference);
        return List.of(new Letter("requester-answered", to, reference.toString(), facts, words, path, null));
    }
}
