package org.ambassadorportal.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The kinds that the intakes declared, and their words. Asked for late, because a kind is served by an intake, which
 * in turn needs the desk. Templates call it {@code @kinds}.
 */
@Component("kinds")
class Kinds {

    private final ObjectProvider<Kind> declared;
    private final MessageSource words;

    Kinds(ObjectProvider<Kind> declared, MessageSource words) {
        this.declared = declared;
        this.words = words;
    }

    /** All of them, in the order of their labels. */
    public List<Kind> all() {
        var byLabel = new TreeMap<String, Kind>();
        declared.stream().forEach(kind -> byLabel.put(label(kind.key()), kind));
        return List.copyOf(byLabel.values());
    }

    Kind get(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("no room declares the kind " + key));
    }

    Optional<Kind> find(@Nullable String key) {
        return declared.stream().filter(kind -> kind.key().equals(key)).findFirst();
    }

    public String icon(String key) {
        return find(key).map(Kind::icon).orElse("bi-question-circle");
    }

    /** Where one asks for it; {@code null} where no room declares it, or one does not ask for it on its own. */
    public @Nullable String askPath(String key) {
        return find(key).map(Kind::askPath).orElse(null);
    }

    public String label(String key) {
        return say("kind." + key).orElse(key);
    }

    public String plural(String key) {
        return say("kind." + key + ".plural").orElseGet(() -> label(key));
    }

    /** How an item ended, in words. */
    public String outcome(String kind, @Nullable String outcome) {
        if (outcome == null) return "";
        return say("outcome." + kind + "." + outcome, "outcome.any." + outcome).orElse(outcome);
    }

    /** What happens next with an item, said to its requester. */
    public String next(ItemRow item) {
        var status = item.status().name().toLowerCase(Locale.ROOT);
        var own = "next." + item.kind() + "." + status;
        var any = "next.any." + status;
        return say(own + "." + item.outcome(), own, any + "." + item.outcome(), any)
                .orElse("");
    }

    /** The numbered steps on the page after sending: the intake's own, or the general ones. */
    public List<Step> steps(String kind) {
        var own = stepsAt("done." + kind);
        return own.isEmpty() ? stepsAt("done.any") : own;
    }

    private List<Step> stepsAt(String prefix) {
        var steps = new ArrayList<Step>();
        for (int number = 1; number <= 4; number++) {
            var title = say(prefix + ".step" + number);
            if (title.isEmpty()) break;
            steps.add(new Step(
                    title.get(), say(prefix + ".step" + number + ".text").orElse("")));
        }
        return steps;
    }

    private Optional<String> say(String... keys) {
        for (var key : keys) {
            var text = words.getMessage(key, null, null, Locale.US);
            if (text != null) return Optional.of(text);
        }
        return Optional.empty();
    }

    /** A step of what happens next. */
    record Step(String title, String text) {}
}
