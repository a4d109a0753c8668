package org.ambassadorportal.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A request came in. The requester gets a confirmation, whoever asked for them one of their own, the team a notice.
 *
 * @param said what the letters say about it beside its title
 * @param team whom to tell, without the person who entered it
 * @param agreed whether it came in with its answer, such as a time that was booked; its intake tells everybody then
 */
@NamedInterface("events")
public record ItemReceived(
        UUID subject,
        Reference reference,
        String kind,
        Said said,
        String title,
        @Nullable String words,
        Addressee requester,
        Addressee enteredBy,
        List<Addressee> team,
        boolean agreed,
        Instant at)
        implements Happened, Mailed {

    /**
     * Words about an item as they are when it comes in.
     *
     * @param kind "Consultation"
     * @param next what happens next
     * @param by when the team answers at the latest: "Tuesday, Nov 24, 3 pm"
     */
    public record Said(String kind, String next, String by) {}

    @Override
    public List<Letter> letters() {
        if (agreed) return List.of();
        var facts = new LinkedHashMap<String, String>();
        facts.put("desk.title", title);
        facts.put("desk.kind", said.kind());
        var told = new LinkedHashMap<>(facts);
        told.put("desk.answer-by", said.by());
        told.put("desk.next", said.next());
        var mine = ItemRow.requestPath(reference);
        var letters = new ArrayList<Letter>();
        if (requester.id().equals(enteredBy.id())) {
            letters.add(letter("item-received", requester, told, mine));
        } else {
            letters.add(letter("item-received-for-you", requester, with(told, "desk.entered-by", enteredBy), mine));
            letters.add(letter("item-received-entered", enteredBy, with(told, "desk.requester", requester), mine));
        }
        if (!team.isEmpty()) {
            var who = with(facts, "desk.requester", requester);
            var path = ItemRow.path(kind, reference);
            // Not what was written: it may name a patient in spite of all warnings, and mail travels.
            letters.add(new Letter("item-received-team", team, reference.toString(), who, null, path, null));
        }
        return letters;
    }

    private Letter letter(String key, Addressee to, Map<String, String> facts, String path) {
        return new Letter(key, List.of(to), reference.toString(), facts, null, path, null);
    }

    private static Map<String, String> with(Map<String, String> facts, String name, Addressee person) {
        var more = new LinkedHashMap<>(facts);
        more.put(name, person.name());
        return more;
    }
}
