package org.ambassadorportal.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was booked, as it goes into the calendars of those who come. {@link Invitations} writes it down.
 *
 * @param id of the booking; the entry is known by it for life, however often it is moved or handed over
 * @param sequence how often it was changed; calendars believe the highest
 * @param zone in whose clock time it is written
 * @param title the entry's name
 * @param text what else there is to know; never a telephone number or an address that is not everybody's business
 * @param place where it is, or the address of the video meeting
 * @param path the page of the portal about it
 * @param attendees who comes, as far as this copy is to show it
 */
public record Invitation(
        UUID id,
        int sequence,
        Instant starts,
        Instant ends,
        ZoneId zone,
        String title,
        String text,
        @Nullable String place,
        String path,
        List<Attendee> attendees) {

    /** What a calendar is to do with it (RFC 5546). */
    public enum Method {
        /** Take it in, or take in that it changed. */
        REQUEST,
        /** Take it out. */
        CANCEL,
        /** Show it; for files that somebody downloads. */
        PUBLISH
    }

    /** What somebody has to do with it. */
    public enum Part {
        /** Asked for the time, or gives it: has said yes by that. */
        COMES,
        /** Was named by somebody else, and may come. */
        IS_ASKED
    }

    /** Somebody who comes. */
    public record Attendee(String name, String mail, Part part) {}

    public Invitation {
        if (!ends.isAfter(starts)) throw new IllegalArgumentException("It ends before it starts");
        if (sequence < 0) throw new IllegalArgumentException("A sequence cannot be negative");
        attendees = List.copyOf(attendees);
    }

    /** The same with one more who comes. */
    public Invitation with(Attendee attendee) {
        var all = new ArrayList<>(attendees);
        if (all.stream().noneMatch(one -> one.mail().equalsIgnoreCase(attendee.mail()))) all.add(attendee);
        return new Invitation(id, sequence, starts, ends, zone, title, text, place, path, all);
    }
}
