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
 * Several items were given to somebody at once: one mail tells of all of them.
 *
 * @param subject the thing that was done to many items
 */
@NamedInterface("events")
public record ItemsGiven(UUID subject, int items, Addressee assignee, String byName, Instant at)
        implements Happened, Mailed {

    @Override
    public List<Letter> letters() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("desk.items", String.valueOf(items));
        facts.put("desk.assigned-by", byName);
        return List.of(new Letter(
                "items-given", List.of(assignee), String.valueOf(items), facts, null, "/desk?view=mine", null));
    }
}
