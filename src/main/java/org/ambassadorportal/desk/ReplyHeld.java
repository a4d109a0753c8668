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
 * A reply did not go out, because the requester wrote or the item was settled in the moment after it was sent. Its text
 * is its writer's draft again.
 */
@NamedInterface("events")
public record ReplyHeld(UUID subject, Reference reference, String kind, String title, Addressee writer, Instant at)
        implements Happened, Mailed {

    @Override
    public List<Letter> letters() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("desk.title", title);
        var path = ItemRow.path(kind, reference);
        return List.of(new Letter("reply-held", List.of(writer), reference.toString(), facts, null, path, null));
    }
}
