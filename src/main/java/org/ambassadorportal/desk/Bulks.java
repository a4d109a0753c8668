package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.ForSystem;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.Submissions;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Things that are done to many items. What is to be done is written down, with each item it concerns, before anything is
 * done; {@link BulkWork} does it. So nothing is done twice or forgotten, whatever ends meanwhile.
 */
@Service
class Bulks {

    /** More at once are refused: whoever means so many narrows the list. */
    static final int MOST = 20_000;

    private static final int TOLD = 100;
    private static final Duration KEPT = Duration.ofDays(30);

    private final Queue queue;
    private final CannedReplies canned;
    private final People people;
    private final Clocks clocks;
    private final Submissions submissions;
    private final JdbcClient database;
    private final MessageSource words;
    private final When when;
    private final Clock clock;

    Bulks(
            Queue queue,
            CannedReplies canned,
            People people,
            Clocks clocks,
            Submissions submissions,
            JdbcClient database,
            MessageSource words,
            When when,
            Clock clock) {
        this.queue = queue;
        this.canned = canned;
        this.people = people;
        this.clocks = clocks;
        this.submissions = submissions;
        this.database = database;
        this.words = words;
        this.when = when;
        this.clock = clock;
    }

    /** How many items it concerns: as many as were chosen, or as the list has now; one more than can be done at once at most. */
    @ForComms
    @Transactional(readOnly = true)
    int count(BulkForm form, SignedIn by) {
        return references(form, by).size();
    }

    /** The titles of the first of them. */
    @ForComms
    @Transactional(readOnly = true)
    List<ItemRow> first(BulkForm form, SignedIn by, int most) {
        var references = references(form, by).stream().limit(most).toArray(Long[]::new);
        return database.sql(ItemRows.SELECT + " where i.reference = any(?) order by i.reference")
                .param(references)
                .query(ItemRows.MAPPER)
                .list();
    }

    private List<Long> references(BulkForm form, SignedIn by) {
        if (form.whole()) return queue.references(form.filter(), by.id(), MOST + 1);
        return database.sql("select reference from desk_item where reference = any(?) order by reference")
                .param(form.references().toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /**
     * Writes down what is to be done.
     *
     * @throws Refusal at the field that says too little, or where the list has other items now than the page said
     */
    @ForComms
    @Transactional
    BulkId begin(BulkForm form, SignedIn by) {
        return BulkId.of(submissions.once(form.once(), () -> {
            var act = BulkAct.of(form.act()).orElseThrow(NotFound::new);
            var set = set(act, form, by);
            var references = references(form, by);
            if (references.isEmpty()) throw new Refusal("seen", "desk.bulk.none");
            if (references.size() > MOST) throw new Refusal("seen", "desk.bulk.many", MOST);
            if (!Objects.equals(form.seen(), references.size()))
                throw new Refusal("seen", "desk.bulk.changed", references.size());
            return keep(act, set, form, references, by).toString();
        }));
    }

    private record Set(String value, String said) {}

    private BulkId keep(BulkAct act, Set set, BulkForm form, List<Long> references, SignedIn by) {
        var id = BulkId.next();
        database.sql("""
                        insert into desk_bulk (id, by_id, act, value, wake_day, wake_time, said, list, begun_at)
                        values (:id, :by, :act, :value, :day, :time, :said, :list, :at)""")
                .param("id", id.value())
                .param("by", by.id().value())
                .param("act", act.name())
                .param("value", set.value())
                .param("day", form.wakeDay())
                .param("time", form.wakeTime())
                .param("said", set.said())
                .param("list", form.filter().query())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        database.sql("""
                        insert into desk_bulk_item (bulk_id, position, reference)
                        select :id, n, r from unnest(:references) with ordinality as t(r, n)""")
                .param("id", id.value())
                .param("references", references.toArray(Long[]::new))
                .update();
        return id;
    }

    /** What is set, looked at before it is set anywhere. */
    private Set set(BulkAct act, BulkForm form, SignedIn by) {
        return switch (act) {
            case ASSIGN -> whom(form.to());
            case TAG, UNTAG -> tags(form.tag());
            case PRIORITY -> priority(form.priority());
            case SETTLE -> outcome(form.outcome());
            case REPLY -> reply(form.canned(), by);
            case STATUS -> stand(form);
        };
    }

    private Set whom(@Nullable String to) {
        if (QueueFilter.NOBODY.equals(to)) return new Set(QueueFilter.NOBODY, say("desk.nobody"));
        return people.commsTeam().stream()
                .filter(member -> member.id().value().toString().equals(to))
                .map(member -> new Set(String.valueOf(to), member.name()))
                .findFirst()
                .orElseThrow(() -> new Refusal("to", "desk.assign.not-on-team"));
    }

    private static Set tags(@Nullable String typed) {
        var tags = new TagForm(typed).tags();
        if (tags.isEmpty()) throw new Refusal("tag", "desk.tag.empty");
        if (tags.stream().anyMatch(tag -> tag.length() > Tags.LONGEST))
            throw new Refusal("tag", "desk.tag.long", Tags.LONGEST);
        var all = String.join(", ", tags);
        return new Set(all, all);
    }

    private Set priority(@Nullable String to) {
        return Arrays.stream(Priority.values())
                .filter(one -> one.key().equals(to))
                .map(one -> new Set(one.key(), say("desk.priority." + one)))
                .findFirst()
                .orElseThrow(() -> new Refusal("priority", "desk.bulk.choose"));
    }

    private Set outcome(@Nullable String outcome) {
        if (outcome == null || !Questions.OUTCOMES.contains(outcome)) throw new Refusal("outcome", "desk.bulk.choose");
        return new Set(outcome, say("outcome.question." + outcome));
    }

    private Set reply(@Nullable String id, SignedIn by) {
        return canned.of(by.id()).stream()
                .filter(one -> one.id().toString().equals(id))
                .map(one -> new Set(one.id().toString(), one.title()))
                .findFirst()
                .orElseThrow(() -> new Refusal("canned", "desk.bulk.choose"));
    }

    /** The canned replies this person may use. */
    @ForComms
    @Transactional(readOnly = true)
    List<Canned> replies(SignedIn by) {
        return canned.of(by.id());
    }

    private Set stand(BulkForm form) {
        if (form.stand() == null) throw new Refusal("stand", "desk.stand.choice.empty");
        var said = say("desk.stand." + form.stand().name().toLowerCase(Locale.ROOT));
        if (!form.stand().isDated()) return new Set(form.stand().name(), said);
        var time = clocks.time();
        var until = new StandForm(form.stand(), form.wakeDay(), form.wakeTime(), null)
                .until(time.hours().opens(), time.zone(), clock.instant());
        return new Set(form.stand().name(), said + " " + when.moment(until));
    }

    /** How it stands, for everybody of the team. */
    @ForComms
    @Transactional(readOnly = true)
    BulkPage page(BulkId id) {
        var refused = database.sql("""
                        select b.reference, i.kind, i.title, b.why
                          from desk_bulk_item b join desk_item i on i.reference = b.reference
                         where b.bulk_id = ? and b.result = 'REFUSED' order by b.position limit ?""")
                .params(id.value(), TOLD)
                .query((row, number) -> new BulkPage.Refused(
                        new Reference(row.getLong("reference")),
                        row.getString("kind"),
                        row.getString("title"),
                        row.getString("why")))
                .list();
        return database.sql("""
                        select b.*, p.name as by_name, count(*) as total,
                               count(*) filter (where n.result = 'DONE') as done,
                               count(*) filter (where n.result = 'SAME') as same,
                               count(*) filter (where n.result = 'REFUSED') as refused
                          from desk_bulk b
                          join person p on p.id = b.by_id
                          join desk_bulk_item n on n.bulk_id = b.id
                         where b.id = ? group by b.id, p.name""")
                .param(id.value())
                .query((row, number) -> new BulkPage(
                        new BulkId(row.getObject("id", UUID.class)),
                        BulkAct.valueOf(row.getString("act")),
                        row.getString("said"),
                        row.getString("by_name"),
                        QueueFilter.read(row.getString("list")),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                        ItemRows.instant(row, "ended_at"),
                        row.getInt("total"),
                        row.getInt("done"),
                        row.getInt("same"),
                        row.getInt("refused"),
                        refused))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Leaves all that waits for its turn as it is. */
    @ForComms
    @Transactional
    void stop(BulkId id) {
        database.sql("update desk_bulk_item set result = 'REFUSED', why = ? where bulk_id = ? and result is null")
                .params(say("desk.bulk.why.stopped"), id.value())
                .update();
        database.sql("update desk_bulk set ended_at = ? where id = ? and ended_at is null")
                .params(clock.instant().atOffset(ZoneOffset.UTC), id.value())
                .update();
    }

    /** Who can have items. */
    @ForComms
    @Transactional(readOnly = true)
    List<PersonRow> team() {
        return people.commsTeam();
    }

    /** Forgets reports that are over a month old. */
    @ForSystem
    @Transactional
    void forget() {
        database.sql("delete from desk_bulk where ended_at < ?")
                .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    private String say(String key) {
        return words.getMessage(key, null, Locale.US);
    }
}
