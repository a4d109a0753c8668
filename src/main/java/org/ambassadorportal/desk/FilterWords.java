package org.ambassadorportal.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.organization.UnitRow;
import org.ambassadorportal.organization.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words what a filter shows. */
@Component
class FilterWords {

    private final Kinds kinds;
    private final People people;
    private final Units units;
    private final MessageSource words;

    FilterWords(Kinds kinds, People people, Units units, MessageSource words) {
        this.kinds = kinds;
        this.people = people;
        this.units = units;
        this.words = words;
    }

    /** What each of several views shows, by its key. */
    Map<String, String> of(List<Tab> tabs) {
        var names = new HashMap<String, String>();
        people.commsTeam().forEach(member -> names.put(member.id().value().toString(), member.name()));
        var named = units.named(tabs.stream()
                .map(tab -> tab.filter().unit())
                .filter(Objects::nonNull)
                .toList());
        var said = new HashMap<String, String>();
        for (var tab : tabs) said.put(tab.key(), say(tab.filter(), names, named));
        return said;
    }

    String of(QueueFilter filter) {
        return of(List.of(new Tab("", null, null, filter, null, false, false, false, null)))
                .getOrDefault("", "");
    }

    private String say(QueueFilter filter, Map<String, String> names, Map<UnitId, UnitRow> named) {
        var said = new ArrayList<String>();
        said.add(word("desk.view." + filter.view().key()));
        if (filter.words() != null) said.add(part("words", filter.words()));
        if (filter.kind() != null) said.add(part("kind", kinds.label(filter.kind())));
        if (filter.status() != null) said.add(part("status", word("desk.status." + filter.status())));
        if (filter.who() != null) said.add(part("who", who(filter.who(), names)));
        if (filter.unit() != null) {
            var unit = named.get(filter.unit());
            said.add(part("unit", unit == null ? "?" : unit.name()));
        }
        if (filter.tag() != null) said.add(part("tag", filter.tag()));
        if (filter.due() != null)
            said.add(part("due", word("desk.due." + filter.due().key())));
        if (filter.priority() != null) said.add(part("priority", word("desk.priority." + filter.priority())));
        if (filter.order() != null)
            said.add(word("desk.order") + " "
                    + word("desk.order." + filter.order().key()));
        return String.join(" · ", said);
    }

    private String who(String who, Map<String, String> names) {
        return switch (who) {
            case QueueFilter.ME -> word("desk.filter.me");
            case QueueFilter.NOBODY -> word("desk.nobody");
            default -> names.getOrDefault(UUID.fromString(who).toString(), "?");
        };
    }

    private String part(String filter, @Nullable String value) {
        return word("desk.filter." + filter) + ": " + value;
    }

    private String word(String key) {
        return words.getMessage(key, null, Locale.US);
    }
}
