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
 * The team answered a requester; the words go by mail and stand on the request's page.
 *
 * @param to the requester, and whoever asked for them, unless that is a person of the team
 */
@NamedInterface("events")
public record ReplySent(
        UUID subject, Reference reference, String title, List<Addressee> to, String byName, String words, Instant at)
        implements Happened, Mailed {

    @Override
    public List<Letter> letters() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("desk.title", title);
        facts.put("desk.replied-by", byName);
        return List.of(
                new Letter("reply", to, reference.toString(), facts, words, ItemRow.requestPath(reference), null));
    }
}
