package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.DaysAway;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.ForLeads;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives items to those of the team who take part in their kind: to whoever has the least open for their share of the
 * work, among equals to whoever was given one longest ago. People who are away today are left out, and so is the
 * requester. Why it was this one stands in the item's history.
 */
@Service
class FairAssignment {

    /** Why somebody was chosen. */
    enum Reason {
        /** Nobody else was there. */
        ONLY,
        LEAST,
        /** As little as somebody else, and their turn. */
        TURN
    }

    /**
     * What somebody has.
     *
     * @param open what they have that is not settled, of any kind
     * @param share how much of the work they take, 100 for a full share
     * @param given when they were given one of this kind in this way
     */
    record Load(
            PersonId person, long open, int share, @Nullable Instant given) {

        double weighted() {
            return open * 100.0 / share;
        }
    }

    /** Who was chosen, and why. */
    record Choice(PersonId person, Reason reason) {}

    /** How a kind is given out; {@code shares} has those who take part. */
    record Rule(String kind, boolean automatic, Map<PersonId, Integer> shares, long version) {}

    private static final Comparator<Load> FAIREST = Comparator.comparingDouble(Load::weighted)
            .thenComparing(Load::given, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(load -> load.person().value());

    private final WorkItems items;
    private final Kinds kinds;
    private final Clocks clocks;
    private final Conversations conversations;
    private final People people;
    private final DaysAway away;
    private final When when;
    private final MessageSource words;
    private final JdbcClient database;
    private final Clock clock;

    FairAssignment(
            WorkItems items,
            Kinds kinds,
            Clocks clocks,
            Conversations conversations,
            People people,
            DaysAway away,
            When when,
            MessageSource words,
            JdbcClient database,
            Clock clock) {
        this.items = items;
        this.kinds = kinds;
        this.clocks = clocks;
        this.conversations = conversations;
        this.people = people;
        this.away = away;
        this.when = when;
        this.words = words;
        this.database = database;
        this.clock = clock;
    }

    static Optional<Choice> among(List<Load> there) {
        if (there.isEmpty()) return Optional.empty();
        var inOrder = there.stream().sorted(FAIREST).toList();
        var first = inOrder.getFirst();
        if (inOrder.size() == 1) return Optional.of(new Choice(first.person(), Reason.ONLY));
        boolean least = first.weighted() < inOrder.get(1).weighted();
        return Optional.of(new Choice(first.person(), least ? Reason.LEAST : Reason.TURN));
    }

    /** Who gets what is coming in now; nobody where the kind is not given out by itself, or nobody is there. */
    @ForInside
    @Transactional
    Optional<Choice> onArrival(String kind, PersonId requester) {
        // Held, so that two that come at once do not both go to the same person.
        boolean automatic = database.sql("select automatic from desk_assignment where kind = ? for update")
                .param(kind)
                .query(Boolean.class)
                .optional()
                .orElse(false);
        return automatic ? choose(kind, requester) : Optional.empty();
    }

    private Optional<Choice> choose(String kind, PersonId requester) {
        var absent = away.awayOn(when.today());
        return among(database
                .sql("""
                        select m.person_id, m.share, m.given_at,
                               (select count(*) from desk_item i
                                 where i.assignee_id = m.person_id and i.status in ('NEW', 'OPEN', 'PENDING')) as open
                          from desk_assignment_member m join person p on p.id = m.person_id
                         where m.kind = ? and p.role in ('COMMS', 'ADMIN') and not p.disabled""")
                .param(kind)
                .query((row, number) -> new Load(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getLong("open"),
                        row.getInt("share"),
                        ItemRows.instant(row, "given_at")))
                .list()
                .stream()
                .filter(load ->
                        !absent.contains(load.person()) && !load.person().equals(requester))
                .toList());
    }

    /** Gives what just came in to whoever was chosen, and tells them; the caller saved it before. */
    @ForInside
    @Transactional
    void arrived(Reference reference, Choice choice) {
        var item = items.findByReference(reference).orElseThrow(NotFound::new);
        give(item, choice, people.addressee(choice.person()), choice.person(), say("desk.fair.name"), "arrived");
    }

    /**
     * Gives an item to whoever it is fair to give it to.
     *
     * @throws Refusal at "to" where nobody who takes part is there
     */
    @ForComms
    @Transactional
    void give(Reference reference, SignedIn by, @Nullable Long version) {
        var item = items.findByReference(reference).orElseThrow(NotFound::new);
        item.seenAs(version);
        database.sql("select 1 from desk_assignment where kind = ? for update")
                .param(item.kind())
                .query()
                .listOfRows();
        var choice = choose(item.kind(), item.requester()).orElseThrow(() -> new Refusal("to", "desk.fair.nobody"));
        if (choice.person().equals(item.assignee())) throw new Refusal("to", "desk.fair.same");
        boolean mine = choice.person().equals(by.id());
        give(item, choice, people.addressee(choice.person()), by.id(), mine ? null : by.name(), "given");
    }

    private void give(WorkItem item, Choice choice, Addressee to, PersonId by, @Nullable String byName, String how) {
        var at = clock.instant();
        item.assign(to, byName, at);
        clocks.set(item);
        items.save(item);
        conversations.add(
                item.reference(), Voice.EVENT, by, to.id(), "desk.event.fair." + how + "." + choice.reason(), at);
        database.sql("update desk_assignment_member set given_at = ? where kind = ? and person_id = ?")
                .params(at.atOffset(ZoneOffset.UTC), item.kind(), to.id().value())
                .update();
    }

    /** How each kind is given out, by kind; those without a rule are left out. */
    @ForLeads
    @Transactional(readOnly = true)
    Map<String, Rule> rules() {
        var rules = new HashMap<String, Rule>();
        database.sql("""
                        select a.kind, a.automatic, a.version, m.person_id, m.share
                          from desk_assignment a left join desk_assignment_member m on m.kind = a.kind""").query(row -> {
            var kind = row.getString("kind");
            var rule = rules.get(kind);
            if (rule == null) {
                rule = new Rule(kind, row.getBoolean("automatic"), new HashMap<>(), row.getLong("version"));
                rules.put(kind, rule);
            }
            var person = ItemRows.person(row, "person_id");
            if (person != null) rule.shares().put(person, row.getInt("share"));
        });
        return rules;
    }

    /**
     * Says how a kind is given out from now on.
     *
     * @throws StaleEdit where somebody else said so meanwhile
     */
    @ForLeads
    @Transactional
    void rule(Rule rule) {
        if (kinds.find(rule.kind()).isEmpty()) throw new NotFound();
        int done = database.sql("""
                        insert into desk_assignment (kind, automatic, version) values (:kind, :automatic, 1)
                        on conflict (kind) do update set automatic = excluded.automatic,
                               version = desk_assignment.version + 1
                         where desk_assignment.version = :version""")
                .param("kind", rule.kind())
                .param("automatic", rule.automatic())
                .param("version", rule.version())
                .update();
        if (done == 0) throw new StaleEdit();
        var staying = new ArrayList<UUID>();
        rule.shares().keySet().forEach(person -> staying.add(person.value()));
        database.sql("delete from desk_assignment_member where kind = :kind and not (person_id = any(:staying))")
                .param("kind", rule.kind())
                .param("staying", staying.toArray(UUID[]::new))
                .update();
        rule.shares()
                .forEach((person, share) -> database.sql("""
                        insert into desk_assignment_member (kind, person_id, share) values (?, ?, ?)
                        on conflict (kind, person_id) do update set share = excluded.share""")
                        .params(rule.kind(), person.value(), share)
                        .update());
    }

    private String say(String key) {
        return Objects.requireNonNull(words.getMessage(key, null, Locale.US));
    }
}
