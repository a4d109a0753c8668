package org.ambassadorportal.desk;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts items into the words of a list's rows. */
@Component
class QueueRows {

    private static final String BETWEEN = " · ";

    private final Kinds kinds;
    private final ClockFace clocks;
    private final StatusLook look;
    private final When when;
    private final MessageSource words;

    QueueRows(Kinds kinds, ClockFace clocks, StatusLook look, When when, MessageSource words) {
        this.kinds = kinds;
        this.clocks = clocks;
        this.look = look;
        this.when = when;
        this.words = words;
    }

    /** Makes the rows of one list, all at the same hours of the team. */
    Function<ItemRow, QueueRow> in(QueueFilter filter) {
        var beside = filter.at("");
        var faces = clocks.atNow();
        return item -> row(item, beside, faces.apply(item));
    }

    private QueueRow row(ItemRow item, String beside, ClockFace.@Nullable Face face) {
        var status = say("desk.status." + item.stand());
        boolean runs = face != null;
        var since = item.settledAt() == null ? item.receivedAt() : item.settledAt();
        var kind = item.reference() + BETWEEN + kinds.label(item.kind());
        return new QueueRow(
                item,
                item.path() + beside,
                item.unread() ? "queue-row unread" : "queue-row",
                kinds.icon(item.kind()),
                face != null ? face.tone() : look.tone(item),
                face != null ? face.sign() : look.sign(item),
                runs ? "" : item.settledAt() == null ? status : kinds.outcome(item.kind(), item.outcome()),
                face != null ? time(item.nextDueAt(), face.words()) : time(since, look.age(since)),
                item.priority().isSpecial() ? priority(item.priority()) : null,
                runs ? kind + BETWEEN + status : kind,
                runs ? time(item.receivedAt(), look.age(item.receivedAt())) : null,
                item.assigneeName() == null
                        ? null
                        : new QueueRow.Label(look.letters(item.assigneeName()), item.assigneeName()),
                item.unitName() == null ? item.requesterName() : item.requesterName() + ", " + item.unitName(),
                item.tags());
    }

    private QueueRow.Time time(@Nullable Instant at, String said) {
        return new QueueRow.Time(when.iso(at), when.dayTime(at), said);
    }

    private QueueRow.Label priority(Priority priority) {
        return new QueueRow.Label(
                say("desk.priority." + priority), "prio-" + priority.name().toLowerCase(Locale.ROOT));
    }

    private String say(String key) {
        return words.getMessage(key, null, Locale.US);
    }
}
