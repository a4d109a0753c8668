package org.ambassadorportal.consultation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.ambassadorportal.calendar.Invitation;
import org.ambassadorportal.calendar.Invitations;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.CalendarPart;
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
    private final When when;
    private final WebSettings web;
    private final MessageSource messages;

    ConsultationEntries(Invitations invitations, When when, WebSettings web, MessageSource messages) {
        this.invitations = invitations;
        this.when = when;
        this.web = web;
        this.messages = messages;
    }

    /** The requester's calendar takes it in, or takes in that it changed. */
    CalendarPart forRequester(ConsultationRequest request, Entry entry, Map<PersonId, PersonRow> people) {
        return invitations.request(requesters(request, entry, people));
    }

    /** The same for the host. */
    CalendarPart forHost(ConsultationRequest request, Entry entry, Map<PersonId, PersonRow> people) {
        return invitations.request(hosts(request, entry, people));
    }

    /**
     * The same for a guest.
     *
     * @param path the page that the guest may open
     */
    CalendarPart forGuest(
            ConsultationRequest request, Entry entry, Map<PersonId, PersonRow> people, Addressee guest, String path) {
        return invitations.request(guests(request, entry, people, guest, path));
    }

    /** The requester's calendar drops it. */
    CalendarPart outOfRequesters(ConsultationRequest request, Entry entry, Map<PersonId, PersonRow> people) {
        return invitations.cancel(requesters(request, entry, people));
    }

    /** The same for whoever is, or no longer is, the host. */
    CalendarPart outOfHosts(ConsultationRequest request, Entry entry, Map<PersonId, PersonRow> people) {
        return invitations.cancel(hosts(request, entry, people));
    }

    /** The same for a guest. */
    CalendarPart outOfGuests(
            ConsultationRequest request, Entry entry, Map<PersonId, PersonRow> people, Addressee guest, String path) {
        return invitations.cancel(guests(request, entry, people, guest, path));
    }

    /** A copy to be downloaded by the requester, or by the team. */
    Invitation copy(ConsultationRequest request, Entry entry, Map<PersonId, PersonRow> people, boolean team) {
        return team ? hosts(request, entry, people) : requesters(request, entry, people);
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
        var others = request.guests().stream().map(Guest::name).toList();
        if (!others.isEmpty()) lines.add(say("consultation.entry.others", String.join(", ", others)));
        lines.add("");
        lines.add(say("consultation.entry.answers." + whose.name().toLowerCase(Locale.ROOT), requester));
        lines.add(web.url(path));
        return String.join("\n", lines);
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
