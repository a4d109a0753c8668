package org.ambassadorportal.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Answers open pages of the desk, which ask every few seconds while somebody looks at them. */
@Controller
class PulseController {

    private final Pulse pulse;
    private final Presence presence;
    private final MessageSource words;

    PulseController(Pulse pulse, Presence presence, MessageSource words) {
        this.pulse = pulse;
        this.presence = presence;
        this.words = words;
    }

    /**
     * Says what is new, and takes down who is at the item. No page, so it has no shell: it costs its own few statements.
     *
     * @param address the list's filter, with {@code seen} and {@code shown} of the list, {@code ref} and {@code was} of
     *     the item, and {@code writing}
     */
    @PostMapping("/desk/pulse")
    ResponseEntity<Pulse.Beat> beat(@RequestParam Map<String, String> address, @CurrentPerson PersonId who) {
        var item = Reference.typed(address.getOrDefault("ref", "")).orElse(null);
        var beat = new Pulse.Beat(
                list(address, who), item == null ? null : item(address, item, who), company(address, item, who));
        return beat.silent() ? ResponseEntity.noContent().build() : ResponseEntity.ok(beat);
    }

    private @Nullable String list(Map<String, String> address, PersonId who) {
        var seen = Seen.of(address.get("seen")).orElse(null);
        if (seen == null) return null;
        int changes = pulse.ofList(QueueFilter.of(address), who, seen, shown(address.getOrDefault("shown", "")));
        return changes == 0 ? null : say("desk.live.list", changes, Pulse.MANY);
    }

    private static List<Long> shown(String references) {
        return Arrays.stream(references.split(",", 101))
                .limit(100)
                .flatMap(one -> Reference.typed(one).stream())
                .map(Reference::number)
                .toList();
    }

    private @Nullable String item(Map<String, String> address, Reference item, PersonId who) {
        return Seen.of(address.get("was"))
                .flatMap(seen -> pulse.ofItem(item, who, seen))
                .map(name -> name.isEmpty() ? say("desk.live.item") : say("desk.live.item.by", name))
                .orElse(null);
    }

    private @Nullable String company(Map<String, String> address, @Nullable Reference item, PersonId who) {
        if (item == null) return null;
        var company = presence.here(item, who, Boolean.parseBoolean(address.get("writing")));
        return company.empty() ? null : say(company.key(), company.arguments());
    }

    private String say(String key, Object... arguments) {
        return words.getMessage(key, arguments, Locale.US);
    }
}
