package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.ForSystem;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.Total;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk as the other rooms use it. An intake stores its own aggregate and calls {@link #receive} in the same
 * transaction, so nothing can be asked and missing from the queue; when it has decided it calls {@link #settle}. The
 * desk mails confirmations, notices and replies; a decision is mailed by the intake's own event.
 *
 * <p>Every verb answers an unknown reference with {@link NotFound}.
 */
@Service
@ForInside
public class Desk {

    /** Where an intake leads after a form was sent: what the reference is and what happens next. */
    public static final String DONE = "/requests/{ref}/done";

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final WorkItems items;
    private final Conversations conversations;
    private final Kinds kinds;
    private final FirstResponse firstResponse;
    private final Clocks clocks;
    private final FairAssignment fair;
    private final ObjectProvider<Replies> replies;
    private final People people;
    private final JdbcClient database;
    private final Clock clock;

    Desk(
            WorkItems items,
            Conversations conversations,
            Kinds kinds,
            FirstResponse firstResponse,
            Clocks clocks,
            FairAssignment fair,
            // Asked for late, because they in turn need the desk.
            ObjectProvider<Replies> replies,
            People people,
            JdbcClient database,
            Clock clock) {
        this.items = items;
        this.conversations = conversations;
        this.kinds = kinds;
        this.firstResponse = firstResponse;
        this.clocks = clocks;
        this.fair = fair;
        this.replies = replies;
        this.people = people;
        this.database = database;
        this.clock = clock;
    }

    /** The next number of the one sequence; a number that was drawn and not used is simply left out. */
    @Transactional
    public Reference nextReference() {
        return new Reference(database.sql("select nextval('desk_reference')")
                .query(Long.class)
                .single());
    }

    /**
     * For whom a form asks: the person at the form, or a colleague, who becomes a person of the portal if need be.
     *
     * @param whom "me" or "colleague", as {@code desk/for-whom :: field} sends it
     * @param mail the colleague's address
     * @throws Refusal at the field "colleague", where the address is none of the organization's
     */
    @Transactional
    public PersonId requester(PersonId who, @Nullable String whom, @Nullable String mail) {
        if (!"colleague".equals(whom)) return who;
        if (mail == null || mail.isBlank()) throw new Refusal("colleague", "desk.for-whom.colleague.missing");
        try {
            return people.colleague(mail.strip(), null);
        } catch (Refusal refusal) {
            throw new Refusal("colleague", refusal.key(), refusal.getArguments());
        }
    }

    /** Takes a request in: it stands in the queue, and requester and team are told. */
    @Transactional
    public void receive(NewItem item) {
        receive(item, null, false);
    }

    /** Takes in what the team wrote down for somebody, who gets the confirmation of those who ask themselves. */
    @Transactional
    void receiveTold(NewItem item) {
        receive(item, null, true);
    }

    private void receive(NewItem item, @Nullable Reference follows, boolean told) {
        var at = clock.instant();
        var requester = people.addressee(item.requester());
        boolean own = told || item.requester().equals(item.enteredBy());
        var enteredBy = own ? requester : people.addressee(item.enteredBy());
        var words = kinds.of(item.kind(), item.reference());
        var said = new ItemReceived.Said(
                words.label(),
                words.next(Status.NEW, null),
                firstResponse.to(item.kind(), at).words());
        // Where somebody gets it at once, the others need not hear of it.
        var chosen = fair.onArrival(item.kind(), item.requester());
        var team = chosen.isPresent() ? List.<Addressee>of() : teamWithout(item.enteredBy());
        var work = WorkItem.receive(item, said, requester, enteredBy, team, at);
        if (follows != null) work.follow(follows);
        clocks.set(work);
        // Flushed, because a message points to it.
        items.saveAndFlush(work);
        chosen.ifPresent(choice -> fair.arrived(item.reference(), choice));
        if (item.words() == null || item.words().isBlank()) return;
        if (told && !item.requester().equals(item.enteredBy())) {
            // The words are the requester's, whoever typed them; who did stands beside them.
            conversations.add(item.reference(), Voice.REQUESTER, item.requester(), item.enteredBy(), item.words(), at);
        } else conversations.add(item.reference(), Voice.REQUESTER, item.enteredBy(), item.words(), at);
    }

    /**
     * What the team wrote down for this person, of this kind, and has not come to an end: where the person now tells the
     * intake themselves what stayed open, it goes on under this reference.
     */
    @Transactional(readOnly = true)
    public Optional<Reference> incomplete(PersonId requester, String kind) {
        return database.sql("""
                        select i.reference from desk_item i join desk_told t on t.reference = i.reference
                         where i.requester_id = ? and i.kind = ? and t.incomplete
                           and i.status in ('NEW', 'OPEN', 'PENDING')
                         order by i.reference limit 1""")
                .params(requester.value(), kind)
                .query((row, number) -> new Reference(row.getLong("reference")))
                .optional();
    }

    /** All that the intake asks is known now, and the intake has stored it. */
    @Transactional
    public void completed(Reference reference, PersonId by) {
        int closed = database.sql("update desk_told set incomplete = false where reference = ? and incomplete")
                .param(reference.number())
                .update();
        if (closed == 0) return;
        var item = held(reference);
        var at = clock.instant();
        boolean waited = item.status() == Status.PENDING && item.requester().equals(by);
        item.complete(by.equals(item.requester()), at);
        keep(item);
        line(reference, by, null, "desk.event.completed", at);
        if (waited) line(reference, by, null, "desk.event.resumed", at);
    }

    /**
     * Takes in a request that came with its answer, such as a time that was booked: it stands in the queue as somebody's,
     * waits for its date, and counts as answered. Nobody is mailed; the intake's own event tells them.
     *
     * @param host who has it
     * @param until when it opens by itself
     */
    @Transactional
    public void receiveAgreed(NewItem item, PersonId host, Instant until) {
        var at = clock.instant();
        var requester = people.addressee(item.requester());
        var enteredBy = item.requester().equals(item.enteredBy()) ? requester : people.addressee(item.enteredBy());
        var said = new ItemReceived.Said(kinds.label(item.kind()), "", "");
        var work = WorkItem.receiveAgreed(item, said, requester, enteredBy, people.addressee(host), until, at);
        clocks.set(work);
        items.saveAndFlush(work);
        if (item.words() != null && !item.words().isBlank())
            conversations.add(item.reference(), Voice.REQUESTER, item.enteredBy(), item.words(), at);
    }

    /** Gives an item to somebody of the team on behalf of an intake, which tells them. */
    @Transactional
    public void give(Reference reference, PersonId to, PersonId by) {
        var item = held(reference);
        if (to.equals(item.assignee())) return;
        var at = clock.instant();
        item.assign(people.addressee(to), null, at);
        items.save(item);
        line(reference, by, to, "desk.event.assigned", at);
    }

    /**
     * Asks a question on behalf of another room ("this is mine", "this account pretends to be ours").
     *
     * @return its reference
     */
    @Transactional
    public Reference ask(PersonId who, String title, String words) {
        return ask(who, who, title, words);
    }

    /**
     * Asks a question on behalf of another room, and for a colleague.
     *
     * @param requester who asks, as {@link #requester} found them; they are told
     * @param enteredBy who typed it
     * @return its reference
     */
    @Transactional
    public Reference ask(PersonId requester, PersonId enteredBy, String title, String words) {
        return ask(requester, enteredBy, title, words, null);
    }

    @Transactional
    Reference ask(PersonId requester, PersonId enteredBy, String title, String words, @Nullable Reference follows) {
        var reference = nextReference();
        receive(new NewItem(reference, Questions.KIND, title, requester, enteredBy, null, words), follows, false);
        return reference;
    }

    /**
     * Settles an item with the outcome of the intake's decision. Mails nothing. What was decided and is open again for
     * the talk is settled with the same outcome only.
     *
     * @param outcome a key such as "approved"; its label is {@code outcome.<kind>.<outcome>}
     * @throws AlreadySettled when somebody else settled it first
     */
    @Transactional
    public void settle(Reference reference, String outcome, PersonId by) {
        var item = held(reference);
        boolean another = item.isReopened() && !outcome.equals(item.outcome());
        if (another && !kinds.get(item.kind()).settledByDesk()) throw new AlreadySettled();
        var at = clock.instant();
        item.settle(outcome, by, at);
        keep(item);
        conversations.change(reference, by, "desk.event.settled", null, kinds.outcome(item.kind(), outcome), at);
    }

    /** Waits for the requester, whom the intake told what is missing. */
    @Transactional
    public void awaitRequester(Reference reference, PersonId by) {
        var item = held(reference);
        var at = clock.instant();
        boolean waits = item.status() == Status.PENDING;
        item.awaitRequester(at);
        keep(item);
        if (!waits) line(reference, by, null, "desk.event.pended", at);
    }

    /**
     * Waits for a date that was agreed, such as the end of a booking: counts as an answer, and the item opens again by
     * itself when the date has come.
     */
    @Transactional
    public void awaitDate(Reference reference, Instant until) {
        var item = held(reference);
        var at = clock.instant();
        item.awaitDate(until, at);
        keep(item);
    }

    /**
     * Lets the replies go out that nobody took back; a job calls it every two seconds.
     *
     * @param by those that are to go out by this time
     */
    @ForSystem
    public void sendReplies(Instant by) {
        var sender = replies.getObject();
        for (var reply : sender.due(by)) {
            try {
                sender.publish(reply);
            } catch (RuntimeException unforeseen) {
                LOG.warn("A reply did not go out and is tried again: {}", reply, unforeseen);
                sender.putOff(reply);
            }
        }
    }

    /** Goes on, because the requester did what was asked, or the team no longer waits for it. */
    @Transactional
    public void resume(Reference reference, PersonId by) {
        var item = held(reference);
        var at = clock.instant();
        boolean waited = item.status() == Status.PENDING;
        item.resume(at);
        if (item.isOf(by)) item.newsFromRequester();
        keep(item);
        if (waited) line(reference, by, null, "desk.event.resumed", at);
    }

    /** Gives an item a better title, after the intake's form was changed. */
    @Transactional
    public void retitle(Reference reference, String title) {
        var item = held(reference);
        var at = clock.instant();
        var was = item.title();
        item.retitle(title, at);
        keep(item);
        // Its form is the requester's, whoever of the team may have helped.
        if (!was.equals(item.title()))
            conversations.change(reference, item.requester(), "desk.event.retitled", was, item.title(), at);
    }

    /**
     * Adds to the conversation without mailing it: what an intake's form said, a note, or a line about what happened.
     * Replies are written on the desk's own page, which mails them.
     *
     * @param words text; of an {@link Voice#EVENT} a message key
     */
    @Transactional
    public void say(Reference reference, PersonId by, Voice voice, String words) {
        held(reference);
        conversations.add(reference, voice, by, words, clock.instant());
    }

    /** As {@link #say} for a {@link Voice#EVENT} that concerns somebody: their name is {1} in its words. */
    @Transactional
    public void say(Reference reference, PersonId by, PersonId about, String key) {
        held(reference);
        line(reference, by, about, key, clock.instant());
    }

    /** An item, for rooms that know its reference; who may see it is theirs to ask. */
    @Transactional(readOnly = true)
    public ItemRow get(Reference reference) {
        return find(reference).orElseThrow(NotFound::new);
    }

    /** An item, if there is one. */
    @Transactional(readOnly = true)
    public Optional<ItemRow> find(Reference reference) {
        return database.sql(ItemRows.SELECT + " where i.reference = :reference")
                .param("reference", reference.number())
                .query(ItemRows.MAPPER)
                .optional();
    }

    /** How many items wait for the team: the number beside "Desk" in the navigation. */
    @ForComms
    @Transactional(readOnly = true)
    public Total waiting() {
        return new Total(database.sql("select count(*) from (select 1 from desk_item i where " + View.OPEN.where
                        + " limit " + Total.LIMIT + ") c")
                .query(Integer.class)
                .single());
    }

    /** Saves an item after a verb, with its clocks set. */
    void keep(WorkItem item) {
        clocks.set(item);
        items.save(item);
    }

    WorkItem held(Reference reference) {
        return items.findByReference(reference).orElseThrow(NotFound::new);
    }

    void line(Reference reference, PersonId by, @Nullable PersonId about, String key, Instant at) {
        conversations.add(reference, Voice.EVENT, by, about, key, at);
    }

    List<Addressee> teamWithout(PersonId person) {
        return people.commsTeam().stream()
                .filter(member -> !member.id().equals(person))
                .map(member -> new Addressee(member.id(), member.name(), member.mail()))
                .toList();
    }

    /** Who reads a reply: the requester, and whoever asked for them, unless that is the team itself. */
    List<Addressee> readersOf(WorkItem item) {
        var requester = people.addressee(item.requester());
        if (item.requester().equals(item.enteredBy())) return List.of(requester);
        if (people.get(item.enteredBy()).isComms()) return List.of(requester);
        return List.of(requester, people.addressee(item.enteredBy()));
    }
}
