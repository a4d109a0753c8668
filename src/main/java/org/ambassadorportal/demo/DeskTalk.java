package org.ambassadorportal.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What is said about the items of the demo, and who takes them on. */
@Component
@Profile("local")
class DeskTalk {

    private final Map<String, List<DemoTable.Row>> said =
            DemoTable.read("conversations").stream().collect(Collectors.groupingBy(row -> row.get("key")));
    private final FrontDoor door;

    DeskTalk(FrontDoor door) {
        this.door = door;
    }

    /**
     * Plans who takes an item on, and what is said about it.
     *
     * @param key what the tables call the item
     * @param kind the kind as it stands in the address of the item's page at the desk
     * @param asker the requester's login
     * @param host the login of whoever takes it on; empty for nobody
     * @param decided how many hours later it is decided; 0 for not yet
     */
    void plan(DemoYear year, String key, String kind, String asker, String host, Instant asked, double decided) {
        var lines = said.getOrDefault(key, List.of());
        if (!host.isEmpty())
            year.at(year.later(asked, taken(lines, decided)), () -> assign(year.reference(key), kind, host));
        for (var line : lines) {
            var at = year.later(asked, Double.parseDouble(line.get("hours")));
            var who = line.get("who").equals("asker") ? asker : line.get("who");
            boolean goesOut = Set.of("reply", "wait").contains(line.get("voice"));
            year.at(at, () -> {
                var form = form(year.reference(key), kind, line);
                if (goesOut) door.reply(who, form);
                else door.send(who, form);
            });
        }
    }

    /** After how many hours it is taken on: half way to the first word or to the decision. */
    private static double taken(List<DemoTable.Row> lines, double decided) {
        double first = lines.isEmpty() ? 8 : Double.parseDouble(lines.getFirst().get("hours"));
        return Math.min(first, decided == 0 ? 8 : decided) / 2;
    }

    private void assign(String reference, String kind, String host) {
        door.send(host, Form.to("/desk/{kind}/{ref}/assign", kind, reference).with("to", "me"));
    }

    private static Form form(String reference, String kind, DemoTable.Row line) {
        var words = line.get("words");
        return switch (line.get("voice")) {
            case "answer" -> Form.to("/requests/{ref}", reference).with("words", words);
            case "note" -> Form.to("/desk/{kind}/{ref}/note", kind, reference).with("words", words);
            case "reply" -> Form.to("/desk/{kind}/{ref}/reply", kind, reference).with("words", words);
            case "wait" ->
                Form.to("/desk/{kind}/{ref}/reply", kind, reference)
                        .with("words", words)
                        .with("then", "wait");
            default -> throw new IllegalStateException("nobody speaks as " + line.get("voice"));
        };
    }
}
