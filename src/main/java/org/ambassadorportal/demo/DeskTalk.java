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

    /** Within so many hours whoever has it writes a first word, unless something else is said by then. */
    private static final double SOON = 7;

    private static final List<String> FIRST_WORDS = List.of(
            "Thank you, I have this now. You hear from me within the week.",
            "This has reached us, and I am looking at it. I write as soon as I know more.",
            "Good that you ask. I talk to a colleague and come back to you.",
            "I have read it all, thank you for being so clear. Give me a day or two.",
            "Thank you for writing. This is with me, and it is not forgotten.");

    private final Map<String, List<DemoTable.Row>> said =
            DemoTable.read("conversations").stream().collect(Collectors.groupingBy(row -> row.get("key")));
    private final List<DemoTable.Row> files = DemoTable.read("files");
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
        if (!host.isEmpty()) {
            year.at(year.later(asked, taken(lines, decided)), () -> assign(year.reference(key), kind, host));
            if (!answeredSoon(lines, decided)) {
                var words = FIRST_WORDS.get(Math.floorMod(key.hashCode(), FIRST_WORDS.size()));
                var first = year.later(asked, taken(lines, decided) + 0.5);
                year.at(first, () -> door.send(host, reply(year.reference(key), kind, words)));
            }
        }
        for (var line : lines) {
            var at = year.later(asked, Double.parseDouble(line.get("hours")));
            var who = line.get("who").equals("asker") ? asker : line.get("who");
            boolean goesOut = Set.of("reply", "wait").contains(line.get("voice"));
            year.at(at, () -> {
                var form = form(year.reference(key), kind, line);
                files.stream()
                        .filter(file ->
                                file.get("key").equals(key) && file.get("hours").equals(line.get("hours")))
                        .forEach(file -> form.attaching(file.get("name"), file.get("words")));
                if (goesOut) door.reply(who, form);
                else door.send(who, form);
            });
        }
    }

    private static boolean answeredSoon(List<DemoTable.Row> lines, double decided) {
        boolean decidedSoon = decided > 0 && decided <= SOON;
        return decidedSoon
                || lines.stream()
                        .filter(line -> List.of("reply", "wait").contains(line.get("voice")))
                        .anyMatch(line -> Double.parseDouble(line.get("hours")) <= SOON);
    }

    /** After how many hours it is taken on: half way to the first word or to the decision, and within a day. */
    private static double taken(List<DemoTable.Row> lines, double decided) {
        double first = lines.isEmpty() ? 8 : Double.parseDouble(lines.getFirst().get("hours"));
        return Math.min(8, Math.min(first, decided == 0 ? 8 : decided)) / 2;
    }

    private void assign(String reference, String kind, String host) {
        door.send(host, Form.to("/desk/{kind}/{ref}/assign", kind, reference).with("to", "me"));
    }

    private static Form form(String reference, String kind, DemoTable.Row line) {
        var words = line.get("words");
        return switch (line.get("voice")) {
            case "answer" -> Form.to("/requests/{ref}", reference).with("words", words);
            case "helped" -> helped(reference, true, words);
            case "not-helped" -> helped(reference, false, words);
            case "note" -> Form.to("/desk/{kind}/{ref}/note", kind, reference).with("words", words);
            case "reply" -> reply(reference, kind, words);
            case "tag" -> Form.to("/desk/{kind}/{ref}/tag", kind, reference).with("tag", words);
            case "wait" ->
                Form.to("/desk/{kind}/{ref}/reply", kind, reference)
                        .with("words", words)
                        .with("then", "wait");
            default -> throw new IllegalStateException("nobody speaks as " + line.get("voice"));
        };
    }

    private static Form helped(String reference, boolean yes, String words) {
        return Form.to("/requests/{ref}/helped", reference).with("helped", yes).with("comment", words);
    }

    private static Form reply(String reference, String kind, String words) {
        return Form.to("/desk/{kind}/{ref}/reply", kind, reference).with("words", words);
    }
}
