package org.ambassadorportal.consultation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.OptionalMail;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes the mails about a decision. They say when, how and with whom; never a telephone number, for mails are passed
 * on.
 */
@Component
class ConsultationLetters {

    private final People people;
    private final Doors doors;
    private final ConsultationEntries entries;
    private final When when;
    private final MessageSource messages;

    ConsultationLetters(People people, Doors doors, ConsultationEntries entries, When when, MessageSource messages) {
        this.people = people;
        this.doors = doors;
        this.entries = entries;
        this.when = when;
        this.messages = messages;
    }

    /**
     * Requester, host and guests have a date, also in their calendars; so the host gets a mail whoever set it.
     *
     * @param as the booking's id, which it may not have yet
     */
    List<Letter> accepted(ConsultationRequest request, BookingId as, Slot slot, PersonId by, String words) {
        var people = people(request, slot, by);
        var letters = new ArrayList<Letter>();
        letters.add(toRequester("consultation-accepted", request, people, inZone(request, slot, people), words));
        letters.add(toHost("consultation-host", request, slot, people, facts(request, slot, people), null));
        letters.addAll(toGuests("consultation-booked-guest", request, as, slot, people));
        var proposed = request.booking();
        var entry = proposed == null
                ? new ConsultationEntries.Entry(as, 0, slot)
                : ConsultationEntries.Entry.next(proposed, slot);
        return entries.in(request, entry, letters);
    }

    /** @param heldUntil until when the time is kept free */
    List<Letter> proposed(ConsultationRequest request, Slot slot, PersonId by, String words, Instant heldUntil) {
        var people = people(request, slot, by);
        var facts = facts(request, slot, people);
        facts.put("consultation.held-until", when.dayTime(heldUntil));
        return List.of(toRequester("consultation-proposed", request, people, facts, words));
    }

    /** The requester gets the date in writing, the host learns that it stands. */
    List<Letter> agreed(ConsultationRequest request, Slot slot, PersonId by) {
        var booking = Objects.requireNonNull(request.booking());
        var people = people(request, slot, by);
        var letters = new ArrayList<Letter>();
        letters.add(toRequester("consultation-accepted", request, people, inZone(request, slot, people), null));
        letters.add(toHost("consultation-agreed", request, slot, people, facts(request, slot, people), null));
        letters.addAll(toGuests("consultation-booked-guest", request, booking.id(), slot, people));
        return entries.in(request, ConsultationEntries.Entry.of(booking), letters);
    }

    List<Letter> turnedDown(ConsultationRequest request, Slot slot, PersonId by, String words) {
        var people = people(request, slot, by);
        return List.of(toHost("consultation-turned-down", request, slot, people, facts(request, slot, people), words));
    }

    /** Whoever would have hosted it learns that it comes to nothing; the item is the team's again. */
    List<Letter> lost(ConsultationRequest request, Slot slot, PersonId by, String words) {
        var people = people(request, slot, by);
        return List.of(toHost("consultation-time-gone", request, slot, people, facts(request, slot, people), words));
    }

    /** The team moves it: all who come are told, and their calendars. */
    List<Letter> shifted(ConsultationRequest request, Slot before, Slot after, PersonId by, String words) {
        var booking = Objects.requireNonNull(request.booking());
        var people = people(request, after, by);
        var facts = facts(request, after, people);
        facts.put("consultation.before", when.dayTime(before.starts()));
        var letters = new ArrayList<Letter>();
        letters.add(toRequester("consultation-shifted", request, people, facts, words));
        letters.add(toHost("consultation-shifted-host", request, after, people, facts, null));
        letters.addAll(toGuests("consultation-moved-guest", request, booking.id(), after, people));
        return entries.changed(request, before, ConsultationEntries.Entry.next(booking, after), letters);
    }

    /**
     * Another host takes it over: those who come learn who; out of the first host's calendar it goes, and into the
     * second's, under the same UID.
     */
    List<Letter> handedOver(ConsultationRequest request, Slot before, Slot after, PersonId by, String words) {
        var booking = Objects.requireNonNull(request.booking());
        var people = people(request, after, by, before.host());
        var facts = facts(request, after, people);
        var letters = new ArrayList<Letter>();
        letters.add(toRequester("consultation-handed-over", request, people, facts, words));
        letters.add(toHost("consultation-handed-away", request, before, people, facts, null));
        letters.add(toHost("consultation-host", request, after, people, facts, words));
        letters.addAll(toGuests("consultation-handed-over-guest", request, booking.id(), after, people));
        return entries.changed(request, before, ConsultationEntries.Entry.next(booking, after), letters);
    }

    /** The team calls it off: all who would have come are told, and their calendars. */
    List<Letter> calledOff(ConsultationRequest request, Slot slot, PersonId by, String reason) {
        var booking = Objects.requireNonNull(request.booking());
        var people = people(request, slot, by);
        var facts = facts(request, slot, people);
        var letters = new ArrayList<Letter>();
        letters.add(toRequester("consultation-called-off", request, people, facts, reason));
        letters.add(toHost("consultation-called-off-host", request, slot, people, facts, reason));
        letters.addAll(toGuests("consultation-canceled-guest", request, booking.id(), slot, people));
        return entries.out(request, ConsultationEntries.Entry.next(booking, slot), letters);
    }

    /** Nobody came: the guest learns how to ask again. */
    List<Letter> missed(ConsultationRequest request, Slot slot, PersonId by) {
        var people = people(request, slot, by);
        return List.of(toRequester("consultation-missed", request, people, facts(request, slot, people), null));
    }

    /** What came of it, and whether it helped: asked once, of whoever it was for. */
    List<Letter> done(ConsultationRequest request, Slot slot, Outcome outcome, PersonId by) {
        var people = people(request, slot, by);
        var facts = topic(request);
        facts.put("consultation.host", addressee(people, slot.host()).name());
        if (outcome.agreed() != null) facts.put("consultation.agreed", outcome.agreed());
        if (outcome.nextStep() != null) facts.put("consultation.next-step", outcome.nextStep());
        if (outcome.materials() != null) facts.put("consultation.materials", outcome.materials());
        var to = List.of(addressee(people, request.requester()));
        var path = "/consultations/" + request.reference() + "/feedback";
        return List.of(new Letter("consultation-done", to, request.reference().toString(), facts, null, path, null));
    }

    /** The host reads whether it helped. */
    List<Letter> helped(ConsultationRequest request, Slot slot, Helped helped, String more) {
        var people = people(request, slot, request.requester());
        var facts = topic(request);
        facts.put(
                "consultation.requester", addressee(people, request.requester()).name());
        facts.put("consultation.helped", say("consultation.helped." + helped));
        return List.of(toHost("consultation-helped", request, slot, people, facts, more));
    }

    List<Letter> declined(ConsultationRequest request, PersonId by, String reason) {
        var people = people(request, null, by);
        return List.of(toRequester("consultation-declined", request, people, topic(request), reason));
    }

    /** What stood in calendars is taken out of them; on a time that was only proposed nobody but its host counted. */
    List<Letter> canceled(ConsultationRequest request, PersonId by) {
        var booking = request.booking();
        if (request.agreed().isPresent())
            return calledOff(request, request.agreed().get(), by);
        if (booking == null || booking.slot().host().equals(by)) return List.of();
        var people = people(request, booking.slot(), by);
        var facts = facts(request, booking.slot(), people);
        return List.of(toHost("consultation-canceled", request, booking.slot(), people, facts, null));
    }

    /** Somebody chose a free time: requester, host, and guests with an address have it in writing. */
    List<Letter> booked(ConsultationRequest request, BookingId booking, Slot slot, PersonId by) {
        var people = people(request, slot, by);
        var letters = new ArrayList<Letter>();
        letters.add(toBooker("consultation-booked", request, slot, people).withSecond(doors.path(booking)));
        letters.add(toHost("consultation-booked-host", request, slot, people, facts(request, slot, people), null));
        letters.addAll(toGuests("consultation-booked-guest", request, booking, slot, people));
        return entries.in(request, new ConsultationEntries.Entry(booking, 0, slot), letters);
    }

    /** It is moved to another time: all who know of the first are told, and a new host of theirs. */
    List<Letter> moved(ConsultationRequest request, Booking booking, Slot slot, PersonId by) {
        var before = booking.slot();
        var people = people(request, slot, by);
        people.putAll(this.people.named(List.of(before.host())));
        var letters = new ArrayList<Letter>();
        letters.add(toBooker("consultation-moved", request, slot, people).withSecond(doors.path(booking.id())));
        boolean another = !before.host().equals(slot.host());
        if (another)
            letters.add(toHost("consultation-canceled", request, before, people, facts(request, before, people), null));
        var key = another ? "consultation-booked-host" : "consultation-moved-host";
        letters.add(toHost(key, request, slot, people, facts(request, slot, people), null));
        letters.addAll(toGuests("consultation-moved-guest", request, booking.id(), slot, people));
        return entries.changed(request, before, ConsultationEntries.Entry.next(booking, slot), letters);
    }

    /** The requester cancels a booking: all who know of it are told. */
    List<Letter> calledOff(ConsultationRequest request, Booking booking, PersonId by) {
        var slot = booking.slot();
        var people = people(request, slot, by);
        var letters = new ArrayList<Letter>();
        letters.add(toBooker("consultation-canceled-booker", request, slot, people));
        letters.add(toHost("consultation-canceled", request, slot, people, facts(request, slot, people), null));
        letters.addAll(toGuests("consultation-canceled-guest", request, booking.id(), slot, people));
        return entries.out(request, ConsultationEntries.Entry.next(booking, slot), letters);
    }

    /** The requester asks the host for another time, or to call it off. */
    List<Letter> changeAsked(ConsultationRequest request, Slot slot, PersonId by, String words) {
        var people = people(request, slot, by);
        return List.of(toHost("consultation-change-asked", request, slot, people, facts(request, slot, people), words));
    }

    private Letter toBooker(String key, ConsultationRequest request, Slot slot, Map<PersonId, PersonRow> people) {
        return toRequester(key, request, people, inZone(request, slot, people), null);
    }

    /** One for each guest with an address: what goes into their calendar is their own. */
    private List<Letter> toGuests(
            String key, ConsultationRequest request, BookingId booking, Slot slot, Map<PersonId, PersonRow> people) {
        var facts = facts(request, slot, people);
        var reference = request.reference().toString();
        var path = doors.guestPath(booking);
        return request.guests().stream()
                .filter(guest -> guest.mail() != null)
                .map(guest -> new Letter(key, List.of(addressee(guest)), reference, facts, null, path, null))
                .toList();
    }

    private Addressee addressee(Guest guest) {
        return people.byMail(guest.mail())
                .map(known -> new Addressee(known.id(), known.name(), known.mail()))
                .orElseGet(() ->
                        new Addressee(new PersonId(Ids.next()), guest.name(), Objects.requireNonNull(guest.mail())));
    }

    /** As the requester reads times: in their own zone, with the organization's beside it where they differ. */
    private Map<String, String> inZone(ConsultationRequest request, Slot slot, Map<PersonId, PersonRow> people) {
        var facts = facts(request, slot, people);
        var zone = request.zone();
        if (zone != null && !zone.equals(when.zone())) {
            facts.put("consultation.day", when.longDay(slot.starts(), zone));
            facts.put(
                    "consultation.time",
                    say(
                            "booking.time-abroad",
                            when.time(slot.starts(), zone),
                            when.city(zone),
                            slot.minutes(),
                            when.time(slot.starts()),
                            when.city(when.zone())));
        }
        if (slot.format() == Format.PHONE) facts.put("consultation.place", say("booking.phone.given"));
        return facts;
    }

    private Letter toRequester(
            String key,
            ConsultationRequest request,
            Map<PersonId, PersonRow> people,
            Map<String, String> facts,
            @Nullable String words) {
        var to = new ArrayList<Addressee>();
        to.add(addressee(people, request.requester()));
        // Whoever asked for a colleague is told as well, unless the team entered it itself.
        var entered = Objects.requireNonNull(people.get(request.enteredBy()));
        if (!entered.id().equals(request.requester()) && !entered.isComms()) to.add(addressee(people, entered.id()));
        var path = "/requests/" + request.reference();
        return new Letter(key, to, request.reference().toString(), facts, blankToNull(words), path, null);
    }

    private Letter toHost(
            String key,
            ConsultationRequest request,
            Slot slot,
            Map<PersonId, PersonRow> people,
            Map<String, String> facts,
            @Nullable String words) {
        var path = "/desk/" + request.offering().key() + "/" + request.reference();
        var to = List.of(addressee(people, slot.host()));
        return new Letter(key, to, request.reference().toString(), facts, blankToNull(words), path, null);
    }

    private Map<PersonId, PersonRow> people(
            ConsultationRequest request, @Nullable Slot slot, PersonId by, PersonId... others) {
        var ids = new LinkedHashSet<PersonId>(List.of(request.requester()));
        ids.addAll(List.of(others));
        ids.add(request.enteredBy());
        ids.add(by);
        if (slot != null) ids.add(slot.host());
        return people.named(ids);
    }

    private Map<String, String> topic(ConsultationRequest request) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("consultation.topic", request.wanted().topic());
        return facts;
    }

    private Map<String, String> facts(ConsultationRequest request, Slot slot, Map<PersonId, PersonRow> people) {
        var facts = topic(request);
        facts.put(
                "consultation.requester", addressee(people, request.requester()).name());
        facts.put("consultation.day", when.longDay(slot.starts()));
        facts.put("consultation.time", say("consultation.time-length", when.time(slot.starts()), slot.minutes()));
        facts.put("consultation.host", addressee(people, slot.host()).name());
        facts.put("consultation.format", say("consultation.format." + slot.format()));
        // Where it is by telephone, whatever stands there may be a number.
        if (slot.place() != null && slot.format() != Format.PHONE) facts.put("consultation.place", slot.place());
        return facts;
    }

    private static Addressee addressee(Map<PersonId, PersonRow> people, PersonId id) {
        var person = Objects.requireNonNull(people.get(id));
        return new Addressee(person.id(), person.name(), person.mail());
    }

    private static @Nullable String blankToNull(@Nullable String words) {
        return words == null || words.isBlank() ? null : words;
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }

    /** Requester and host are reminded, unless they would rather not be. */
    List<Letter> reminder(ConsultationRequest request, OptionalMail which) {
        var booking = Objects.requireNonNull(request.booking());
        var slot = booking.slot();
        var people = people(request, slot, slot.host());
        var facts = facts(request, slot, people);
        var key = which == OptionalMail.DAY_BEFORE ? "consultation-day-before" : "consultation-hour-before";
        var path = "/requests/" + request.reference();
        var reference = request.reference().toString();
        var requester = List.of(addressee(people, request.requester()));
        return List.of(
                new Letter(key, requester, reference, inZone(request, slot, people), null, path, null)
                        .withSecond(request.offering() == RequestKind.CONSULTATION ? doors.path(booking.id()) : null)
                        .as(which),
                toHost(key + "-host", request, slot, people, facts, null).as(which));
    }
}
