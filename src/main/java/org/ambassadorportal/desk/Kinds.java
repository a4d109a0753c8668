package org.ambassadorportal.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ambassadorportal.kernel.NotFound;
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
    private volatile @Nullable Map<String, Kind> known;

    Kinds(ObjectProvider<Kind> declared, MessageSource words) {
        this.declared = declared;
        this.words = words;
    }

    /** All of them, in the order of their labels. */
    public List<Kind> all() {
        return List.copyOf(known().values());
    }

    /** By their keys, in the order of their labels; asked of the container once, because rows of lists ask again and again. */
    private Map<String, Kind> known() {
        var kept = known;
        if (kept != null) return kept;
        var read = new LinkedHashMap<String, Kind>();
        declared.stream()
                .sorted(Comparator.comparing(kind -> label(kind.key())))
                .forEach(kind -> read.put(kind.key(), kind));
        known = read;
        return read;
    }

    Kind get(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("no room declares the kind " + key));
    }

    Optional<Kind> find(@Nullable String key) {
        return Optional.ofNullable(key).map(known()::get);
    }

    /**
     * Lets pass what the desk itself may settle in this way, or what ends once more as it was decided before; all else
     * is decided in its own room.
     *
     * @throws NotFound otherwise
     */
    void mayDeskSettle(WorkItem item, String outcome) {
        boolean ours =
                item.incomplete() || find(item.kind()).map(Kind::settledByDesk).orElse(false);
        boolean again = item.isReopened() && outcome.equals(item.outcome());
        if (!again && (!ours || !Questions.OUTCOMES.contains(outcome))) throw new NotFound();
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

    /** What happens next with an item, said to its requester, in words for all items of its kind. */
    public String next(ItemRow item) {
        return next(item.kind(), item);
    }

    private String next(String own, ItemRow item) {
        if (item.isDated()) {
            var dated = say("next." + own + ".dated", "next." + item.kind() + ".dated", "next.any.dated");
            if (dated.isPresent()) return dated.get();
        }
        if (item.isReopened()) {
            var again = say("next." + item.kind() + ".reopened", "next.any.reopened");
            if (item.status() != Status.PENDING && again.isPresent()) return again.get();
        }
        return next(own, item.kind(), item.status(), item.outcome());
    }

    private String next(String own, String kind, Status at, @Nullable String outcome) {
        var status = "." + at.name().toLowerCase(Locale.ROOT);
        var ended = status + "." + outcome;
        return say(
                        "next." + own + ended,
                        "next." + own + status,
                        "next." + kind + ended,
                        "next." + kind + status,
                        "next.any" + ended,
                        "next.any" + status)
                .orElse("");
    }

    /** As {@link #of(String, Reference)}, where the model of the kind's own part knows it already. */
    OfOne of(String kind, Reference reference, Map<String, Object> model) {
        if (!model.containsKey(Kind.ASPECT)) return of(kind, reference);
        return of(kind, (String) model.get(Kind.ASPECT));
    }

    private OfOne of(String kind, @Nullable String aspect) {
        return new OfOne(kind, aspect == null || aspect.isEmpty() ? kind : kind + "." + aspect);
    }

    /** The words for one item, which know what sets it apart from others of its kind. */
    OfOne of(String kind, Reference reference) {
        return of(kind, find(kind).map(it -> it.aspect(reference)).orElse(null));
    }

    /** The words for one item. */
    final class OfOne {

        private final String kind;
        private final String own;

        private OfOne(String kind, String own) {
            this.kind = kind;
            this.own = own;
        }

        public String label() {
            return say("kind." + own).orElseGet(() -> Kinds.this.label(kind));
        }

        /** What happens next, said to its requester. */
        public String next(Status status, @Nullable String outcome) {
            return Kinds.this.next(own, kind, status, outcome);
        }

        /** What happens next with an item, said to its requester. */
        public String next(ItemRow item) {
            return Kinds.this.next(own, item);
        }

        /** The heading of the page after sending. */
        public String have() {
            return say("done." + own + ".have", "done." + kind + ".have", "done.any.have")
                    .orElse("");
        }

        /** The numbered steps on the page after sending: the item's own, its kind's, or the general ones. */
        public List<Step> steps() {
            return Stream.of(own, kind, "any")
                    .map(prefix -> stepsAt("done." + prefix))
                    .filter(steps -> !steps.isEmpty())
                    .findFirst()
                    .orElse(List.of());
        }
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
