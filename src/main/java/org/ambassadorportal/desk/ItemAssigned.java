package org.ambassadorportal.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Somebody of the team has an item now, or nobody any more.
 *
 * @param assignee who has it; {@code null} for nobody
 * @param byName who gave it to them; {@code null} where they took it themselves, and need no mail about it
 */
@NamedInterface("events")
public record ItemAssigned(
        UUID subject,
        Reference reference,
        String kind,
        String title,
        @Nullable Addressee assignee,
        @Nullable String byName,
        Instant at)
        implements Happened, Mailed {

    @Override
    public List<String> fields() {
        return List.of("assignee");
    }

    @Override
    public List<Letter> letters() {
        if (assignee == null || byName == null) return List.of();
        var facts = new LinkedHashMap<String, String>();
        facts.put("desk.title", title);
        facts.put("desk.assigned-by", byName);
        var path = ItemRow.path(kind, reference);
        return List.of(new Letter("item-assigned", List.of(assignee), reference.toString(), facts, null, path, null));
    }
}
