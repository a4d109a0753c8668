package org.ambassadorportal.desk;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Monogram;
import org.jspecify.annotations.Nullable;

/**
 * A line of a conversation.
 *
 * @param reference the item it was said about, which may be merged into the one that is shown
 * @param about whom an event concerns
 * @param words what was said; of an event a message key
 * @param was of an event, the value before, as a person reads it
 * @param now of an event, the value after
 * @param made the question that was made of it
 * @param going of a reply that has not gone out yet, when it does
 * @param files what came with it
 */
record ThreadLine(
        UUID id,
        Reference reference,
        Voice voice,
        PersonId author,
        String authorName,
        @Nullable String about,
        String words,
        @Nullable String was,
        @Nullable String now,
        Instant at,
        @Nullable Reference made,
        @Nullable Going going,
        List<FileRow> files) {

    ThreadLine {
        files = List.copyOf(files);
    }

    private static final int BEGINNING = 80;

    public List<String> paragraphs() {
        return Arrays.stream(words.split("\\n\\s*\\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    /** How it begins, as the title of a question of its own. */
    public String beginning() {
        var line = words.strip().lines().findFirst().orElse("").strip();
        if (line.length() <= BEGINNING) return line;
        var cut = line.substring(0, BEGINNING);
        int space = cut.lastIndexOf(' ');
        return (space > 0 ? cut.substring(0, space) : cut).strip() + "…";
    }

    public Monogram monogram() {
        return Monogram.of(authorName);
    }

    public String icon() {
        return switch (words.substring(words.lastIndexOf('.') + 1)) {
            case "assigned", "taken", "taken-over", "ONLY", "LEAST", "TURN" -> "bi-person-check";
            case "watched", "watches" -> "bi-eye";
            case "unwatched", "unwatches" -> "bi-eye-slash";
            case "unassigned", "taken-away" -> "bi-person-dash";
            case "merged", "absorbed", "unmerged", "released" -> "bi-sign-merge-right";
            case "linked", "unlinked" -> "bi-link-45deg";
            case "split", "split-from" -> "bi-signpost-split";
            case "pended" -> "bi-pause";
            case "resumed", "reopened" -> "bi-play";
            case "status" -> "bi-circle-half";
            case "woke", "back" -> "bi-alarm";
            case "settled" -> "bi-check2-circle";
            case "reply-held" -> "bi-hand-index";
            case "withdrawn" -> "bi-arrow-counterclockwise";
            case "followed" -> "bi-arrow-right";
            case "recommended" -> "bi-hand-thumbs-up";
            case "not-recommended" -> "bi-hand-thumbs-down";
            case "tagged", "untagged" -> "bi-tag";
            case "yes" -> "bi-hand-thumbs-up";
            case "no" -> "bi-hand-thumbs-down";
            default -> "bi-dot";
        };
    }
}
