package org.ambassadorportal.consultation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.ambassadorportal.calendar.Invitation;
import org.ambassadorportal.calendar.Invitation.Method;
import org.ambassadorportal.calendar.Invitations;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.CalendarPart;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.kernel.WebSettings;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What a booking looks like in the calendars of those who come. Each gets a copy of their own: the team and the
 * requester stand in all of them, a guest's address in the guest's alone, and a telephone number in none.
 */
@Component
class ConsultationEntries {

    /** Whose copy. */
    private enum Whose {
        REQUESTER,
        HOST,
        GUEST
    }

    /**
     * A booking as calendars are to know it.
     *
     * @param sequence how often it was changed, the change that is being told of included
     */
    record Entry(BookingId booking, int sequence, Slot slot) {

        /** As it stands. */
        static Entry of(Booking booking) {
            return new Entry(booking.id(), booking.sequence(), booking.slot());
        }

        /** After the change that is about to be made. */
        static Entry next(Booking booking, Slot slot) {
            return new Entry(booking.id(), booking.sequence() + 1, slot);
        }
    }

    private final Invitations invitations;
    private final People people;
    private final When when;
    private final WebSettings web;
    private final MessageSource messages;

    ConsultationEntries(Invitations invitations, People people, When when, WebSettings web, MessageSource messages) {
        this.invitations = invitations;
        this.people = people;
        this.when = when;
        this.web = web;
        this.messages = messages;
    }

    /**
     * The letters with what goes into the calendars of those who come, a copy for each; whoever else is told gets the
     * words alone.
     */
    List<Letter> in(ConsultationRequest request, Entry entry, List<Letter> letters) {
        return with(request, entry, Method.REQUEST, null, letters);
    }

    /** The letters with what takes it out of the calendars of those who would have come. */
    List<Letter> out(ConsultationRequest request, Entry entry, List<Letter> letters) {
        return with(request, entry, Method.CANCEL, null, letters);
    }

    /**
     * The letters of a change: the new time goes into all calendars, and out of that of the host who no longer is one,
     * under the same UID.
     */
    List<Letter> changed(ConsultationRequest request, Slot before, Entry entry, List<Letter> letters) {
        boolean another = !before.host().equals(entry.slot().host());
        return with(request, entry, Method.REQUEST, another ? before : null, letters);
    }

    private List<Letter> with(
            ConsultationRequest request, Entry entry, Method method, @Nullable Slot before, List<Letter> letters) {
        var ids = new LinkedHashSet<PersonId>(
                List.of(request.requester(), entry.slot().host()));
        if (before != null) ids.add(before.host());
        var people = this.people.named(ids);
        var each = new ArrayList<Letter>();
        for (var letter : letters) {
            for (var to : letter.to()) {
                var part = part(request, entry, method, before, people, letter, to);
                each.add(letter.to(to).with(part));
            }
        }
        return List.copyOf(each);
    }

    private @Nullable CalendarPart part(
            ConsultationRequest request,
            Entry entry,
            Method method,
            @Nullable Slot before,
            Map<PersonId, PersonRow> people,
            Letter letter,
            Addressee to) {
        if (before != null && to.id().equals(before.host())) {
            var gone = new Entry(entry.booking(), entry.sequence(), before);
            return invitations.cancel(hosts(request, gone, people));
        }
        Invitation copy;
        if (to.id().equals(entry.slot().host())) copy = hosts(request, entry, people);
        else if (to.id().equals(request.requester())) copy = requesters(request, entry, people);
        else if (isGuest(request, to)) copy = guests(request, entry, people, to, letter.path());
        else return null;
        return method == Method.CANCEL ? invitations.cancel(copy) : invitations.request(copy);
    }

    private static boolean isGuest(ConsultationRequest request, Addressee to) {
        return request.guests().stream().anyMatch(guest -> to.mail().equalsIgnoreCase(guest.mail()));
    }

    /** A copy to be downloaded by the requester, or by the team. */
    Invitation copy(ConsultationRequest request, Booking booking, boolean team) {
        var people = people(request, booking);
        return team ? hosts(request, Entry.of(booking), people) : requesters(request, Entry.of(booking), people);
    }

    /** A copy to be downloaded by a guest. */
    Invitation guestsCopy(ConsultationRequest request, Booking booking, String path) {
        return invitation(Whose.GUEST, request, Entry.of(booking), people(request, booking), path);
    }

    private Map<PersonId, PersonRow> people(ConsultationRequest request, Booking booking) {
        return people.named(List.of(request.requester(), booking.slot().host()));
    }

    private Invitation requesters(ConsultationRequest request, Entry entry, Map<PersonId, PersonRow> people) {
        return invitation(Whose.REQUESTER, request, entry, people, "/requests/" + request.reference());
    }

    private Invitation hosts(ConsultationRequest request, Entry entry, Map<PersonId, PersonRow> people) {
        var path = "/desk/" + request.offering().key() + "/" + request.reference();
        return invitation(Whose.HOST, request, entry, people, path);
    }

    private Invitation guests(
            ConsultationRequest request, Entry entry, Map<PersonId, PersonRow> people, Addressee guest, String path) {
        return invitation(Whose.GUEST, request, entry, people, path)
                .with(new Invitation.Attendee(guest.name(), guest.mail(), Invitation.Part.IS_ASKED));
    }

    private Invitation invitation(
            Whose whose, ConsultationRequest request, Entry entry, Map<PersonId, PersonRow> people, String path) {
        var slot = entry.slot();
        var zone = whose == Whose.REQUESTER && request.zone() != null ? request.zone() : when.zone();
        return new Invitation(
                entry.booking().value(),
                entry.sequence(),
                slot.starts(),
                slot.starts().plus(Duration.ofMinutes(slot.minutes())),
                Objects.requireNonNull(zone),
                say(
                        "consultation.entry.title." + request.offering().key(),
                        request.wanted().topic()),
                text(whose, request, slot, people, path),
                place(slot),
                path,
                List.of(comes(people, request.requester()), comes(people, slot.host())));
    }

    private String text(
            Whose whose, ConsultationRequest request, Slot slot, Map<PersonId, PersonRow> people, String path) {
        var requester = person(people, request.requester()).name();
        var lines = new ArrayList<String>();
        lines.add(say("consultation.entry.reference", request.reference().toString()));
        lines.add(say("consultation.entry.for", requester));
        lines.add(say("consultation.entry.with", person(people, slot.host()).name()));
        lines.add(say("consultation.entry.how", how(whose, slot)));
        var others = others(request.guests());
        if (!others.isEmpty()) lines.add(say("consultation.entry.others", others));
        lines.add("");
        lines.add(say("consultation.entry.answers." + whose.name().toLowerCase(Locale.ROOT), requester));
        lines.add(web.url(path));
        return String.join("\n", lines);
    }

    /** By name; those of whom only an address is known are counted, because it is nobody else's business. */
    private String others(List<Guest> guests) {
        var names = new ArrayList<String>();
        guests.stream().map(Guest::name).filter(name -> !name.contains("@")).forEach(names::add);
        int nameless = guests.size() - names.size();
        if (nameless > 0) names.add(say("consultation.entry.others.nameless", nameless));
        return String.join(", ", names);
    }

    private String how(Whose whose, Slot slot) {
        return switch (slot.format()) {
            case PHONE ->
                say(
                        whose == Whose.HOST
                                ? "consultation.entry.phone.host"
                                : whose == Whose.REQUESTER
                                        ? "consultation.entry.phone"
                                        : "consultation.entry.phone.guest");
            case VIDEO, IN_PERSON -> say("consultation.format." + slot.format());
        };
    }

    private @Nullable String place(Slot slot) {
        return switch (slot.format()) {
            case PHONE -> say("consultation.entry.phone.place");
            case VIDEO -> slot.place() == null ? say("consultation.entry.video.place") : slot.place();
            case IN_PERSON -> slot.place();
        };
    }

    private static Invitation.Attendee comes(Map<PersonId, PersonRow> people, PersonId id) {
        var person = person(people, id);
        return new Invitation.Attendee(person.name(), person.mail(), Invitation.Part.COMES);
    }

    private static PersonRow person(Map<PersonId, PersonRow> people, PersonId id) {
        return Objects.requireNonNull(people.get(id));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }
}
