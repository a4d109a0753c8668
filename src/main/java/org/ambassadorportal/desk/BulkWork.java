package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.AsPerson;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.kernel.DomainError;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what {@link Bulks} wrote down, item by item, each in a transaction of its own together with what became of it:
 * one that cannot be done holds up no other, and whoever goes on after a crash begins with the next. Several may work at
 * once. It is done as the person who began it, by the rules and with the rights of everything they do one by one.
 */
@Component
class BulkWork {

    private static final Logger LOG = LoggerFactory.getLogger(BulkWork.class);

    private record Order(
            UUID id,
            PersonId by,
            BulkAct act,
            String value,
            @Nullable LocalDate day,
            @Nullable LocalTime time) {}

    private final TeamDesk team;
    private final Tags tags;
    private final Stands stands;
    private final CannedReplies canned;
    private final Composing composing;
    private final AsPerson asPerson;
    private final People people;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final MessageSource words;
    private final Clock clock;

    BulkWork(
            TeamDesk team,
            Tags tags,
            Stands stands,
            CannedReplies canned,
            Composing composing,
            AsPerson asPerson,
            People people,
            JdbcClient database,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            MessageSource words,
            Clock clock) {
        this.team = team;
        this.tags = tags;
        this.stands = stands;
        this.canned = canned;
        this.composing = composing;
        this.asPerson = asPerson;
        this.people = people;
        this.database = database;
        this.transaction = transaction;
        this.events = events;
        this.words = words;
        this.clock = clock;
    }

    /** Goes on with everything that is begun, the oldest first; a job calls it every few seconds. */
    void go(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        var open = database.sql("select id from desk_bulk where ended_at is null order by begun_at limit 20")
                .query(UUID.class)
                .list();
        for (var id : open) go(new BulkId(id), Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }

    /** Goes on with one of them for a while. */
    void go(BulkId id, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        order(id).ifPresent(order -> {
            boolean there = asPerson.run(order.by(), by -> {
                while (System.nanoTime() < end && one(order, by)) {
                    // The next one.
                }
                ended(order, by);
            });
            if (!there) leave(order);
        });
    }

    private Optional<Order> order(BulkId id) {
        return database.sql("select * from desk_bulk where id = ? and ended_at is null")
                .param(id.value())
                .query((row, number) -> new Order(
                        row.getObject("id", UUID.class),
                        new PersonId(row.getObject("by_id", UUID.class)),
                        BulkAct.valueOf(row.getString("act")),
                        row.getString("value"),
                        row.getObject("wake_day", LocalDate.class),
                        row.getObject("wake_time", LocalTime.class)))
                .optional();
    }

    /** Does it to the next item; {@code false} when none waits for its turn. */
    private boolean one(Order order, SignedIn by) {
        var taken = new AtomicReference<@Nullable Reference>();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                var next = next(order);
                next.ifPresent(reference -> {
                    taken.set(reference);
                    mark(order, reference, act(order, reference, by) ? "DONE" : "SAME", null);
                });
                return next.isPresent();
            }));
        } catch (RuntimeException refused) {
            var reference = taken.get();
            if (reference == null) throw refused;
            if (!(refused instanceof DomainError))
                LOG.warn("{} of {} failed at {}", order.act(), order.id(), reference, refused);
            transaction.executeWithoutResult(status -> mark(order, reference, "REFUSED", why(order, refused)));
            return true;
        }
    }

    private Optional<Reference> next(Order order) {
        return database.sql("""
                        select reference from desk_bulk_item where bulk_id = ? and result is null
                         order by position limit 1 for update skip locked""")
                .param(order.id())
                .query((row, number) -> new Reference(row.getLong("reference")))
                .optional();
    }

    private void mark(Order order, Reference reference, String result, @Nullable String why) {
        database.sql("""
                        update desk_bulk_item set result = :result, why = :why
                         where bulk_id = :bulk and reference = :reference and result is null""")
                .param("result", result)
                .param("why", why)
                .param("bulk", order.id())
                .param("reference", reference.number())
                .update();
    }

    /** Whether it changed anything. */
    private boolean act(Order order, Reference reference, SignedIn by) {
        return switch (order.act()) {
            case ASSIGN -> team.give(reference, by, order.value());
            case TAG -> tags.add(reference, by.id(), new TagForm(order.value()).tags());
            case UNTAG -> untag(reference, by.id(), new TagForm(order.value()).tags());
            case PRIORITY -> team.prioritize(reference, by.id(), order.value(), null);
            case STATUS ->
                stands.set(
                        reference,
                        by.id(),
                        new StandForm(StandForm.Choice.valueOf(order.value()), order.day(), order.time(), null));
            case REPLY -> reply(reference, by, CannedId.of(order.value()));
            case SETTLE -> team.settleAsKindAllows(reference, by.id(), order.value());
        };
    }

    /**
     * Sends the canned reply on its way. Where the writer has begun words or put files of their own, those stay: this is
     * not the moment to send them.
     */
    private boolean reply(Reference reference, SignedIn by, CannedId id) {
        var bench = composing.bench(reference, by.id());
        if (bench.draft() != null || !bench.files().isEmpty()) throw new Refusal("canned", "desk.bulk.why.draft");
        var filled = canned.filled(id, reference, by);
        if (!filled.missing().isEmpty())
            throw new Refusal("canned", "desk.bulk.why.unfilled", Variables.typed(filled.missing()));
        team.reply(
                reference, by, new ComposerForm(filled.words(), null, null, "reply", null, id.toString(), null, null));
        return true;
    }

    private boolean untag(Reference reference, PersonId by, List<String> names) {
        boolean changed = false;
        for (var name : names) changed |= tags.remove(reference, by, name);
        return changed;
    }

    private String why(Order order, RuntimeException refused) {
        if (refused instanceof AlreadySettled) return say("desk.bulk.why.settled");
        if (refused instanceof NotFound && order.act() == BulkAct.SETTLE) return say("desk.bulk.why.kind");
        if (refused instanceof AccessDeniedException) return say("desk.bulk.why.right");
        if (refused instanceof DomainError said) return words.getMessage(said, Locale.US);
        return say("desk.bulk.why.broken");
    }

    /** Says that it is over, once, when nothing waits for its turn any more. */
    private void ended(Order order, SignedIn by) {
        transaction.executeWithoutResult(status -> {
            int last = database.sql("""
                            update desk_bulk b set ended_at = ? where b.id = ? and b.ended_at is null
                               and not exists (select 1 from desk_bulk_item n where n.bulk_id = b.id and n.result is null)""")
                    .params(clock.instant().atOffset(ZoneOffset.UTC), order.id())
                    .update();
            if (last == 1 && order.act() == BulkAct.ASSIGN) tell(order, by);
        });
    }

    /** One mail to whoever got them, instead of one for each. */
    private void tell(Order order, SignedIn by) {
        if (QueueFilter.NOBODY.equals(order.value())
                || Objects.equals(order.value(), by.id().value().toString())) return;
        int items = database.sql("select count(*) from desk_bulk_item where bulk_id = ? and result = 'DONE'")
                .param(order.id())
                .query(Integer.class)
                .single();
        if (items == 0) return;
        Addressee to = people.addressee(PersonId.of(order.value()));
        events.publishEvent(new ItemsGiven(order.id(), items, to, by.name(), clock.instant()));
    }

    /** Whoever began it can no longer sign in. */
    private void leave(Order order) {
        transaction.executeWithoutResult(status -> {
            database.sql("update desk_bulk_item set result = 'REFUSED', why = ? where bulk_id = ? and result is null")
                    .params(say("desk.bulk.why.right"), order.id())
                    .update();
            database.sql("update desk_bulk set ended_at = ? where id = ? and ended_at is null")
                    .params(clock.instant().atOffset(ZoneOffset.UTC), order.id())
                    .update();
        });
    }

    private String say(String key) {
        return words.getMessage(key, null, Locale.US);
    }
}
