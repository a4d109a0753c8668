package org.ambassadorportal.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.ambassadorportal.identity.CalendarPart;
import org.ambassadorportal.kernel.WebSettings;
import org.ambassadorportal.organization.Organization;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes invitations as iCalendar (RFC 5545, RFC 5546): one UID for the life of a booking, a time zone that explains
 * itself, the team as organizer, and no alarms, because when to be reminded is up to each person. Whatever people typed
 * stays text: it starts no line of its own.
 */
@Component
public class Invitations {

    private static final String PRODUCT = "-//Ambassador portal//Bookings//EN";

    private static final int LONGEST_LINE = 75;

    private final Organization organization;
    private final WebSettings web;
    private final String sender;
    private final Clock clock;
    private final TimeZoneRegistry zones = TimeZoneRegistryFactory.getInstance().createRegistry();

    Invitations(Organization organization, WebSettings web, @Value("${portal.mail.from:}") String sender, Clock clock) {
        this.organization = organization;
        this.web = web;
        this.sender = sender;
        this.clock = clock;
    }

    /** For a mail: take it in. */
    public CalendarPart request(Invitation invitation) {
        return part(invitation, Invitation.Method.REQUEST);
    }

    /** For a mail: take it out. */
    public CalendarPart cancel(Invitation invitation) {
        return part(invitation, Invitation.Method.CANCEL);
    }

    private CalendarPart part(Invitation invitation, Invitation.Method method) {
        return new CalendarPart(method.name(), text(invitation, method));
    }

    /** The calendar file. */
    public String text(Invitation invitation, Invitation.Method method) {
        var zone = zone(invitation);
        var calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(method(method));
        if (zone != null) calendar.add(zone.getVTimeZone());
        calendar.add(event(invitation, method, zone));
        return written(calendar);
    }

    /** Everything of one person as one file, for a calendar that subscribes to it; all of them in one zone. */
    String all(String name, ZoneId zone, List<Invitation> entries) {
        var calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(new XProperty("X-WR-CALNAME", line(name)));
        var explained = zones.getTimeZone(zone.getId());
        if (explained != null) calendar.add(explained.getVTimeZone());
        entries.forEach(entry -> calendar.add(event(entry, Invitation.Method.PUBLISH, zone(entry))));
        return written(calendar);
    }

    /** Checked against the standard while it is written. */
    private static String written(Calendar calendar) {
        var text = new StringWriter();
        try {
            new CalendarOutputter(true).output(calendar, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return folded(text.toString());
    }

    /** In lines of 75 bytes at most, line end not counted (RFC 5545); the library counts letters instead. */
    private static String folded(String text) {
        var folded = new StringBuilder(text.length() + 100);
        int length = 0;
        for (int letter : text.replace("\r\n ", "").codePoints().toArray()) {
            int bytes = letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
            if (letter != '\r' && letter != '\n' && length + bytes > LONGEST_LINE) {
                folded.append("\r\n ");
                length = 1;
            }
            folded.appendCodePoint(letter);
            length = letter == '\n' ? 0 : letter == '\r' ? length : length + bytes;
        }
        return folded.toString();
    }

    private VEvent event(Invitation invitation, Invitation.Method method, @Nullable TimeZone zone) {
        var event = new VEvent(false);
        event.add(new Uid(invitation.id() + "@" + host()));
        event.add(new Sequence(invitation.sequence()));
        event.add(new DtStamp(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        if (zone == null) {
            event.add(new DtStart<>(invitation.starts()));
            event.add(new DtEnd<>(invitation.ends()));
        } else {
            event.add(new DtStart<>(local(invitation.starts(), zone)));
            event.add(new DtEnd<>(local(invitation.ends(), zone)));
        }
        event.add(new Summary(line(invitation.title())));
        event.add(new Description(lines(invitation.text())));
        var place = invitation.place();
        if (place != null) event.add(new Location(line(place)));
        event.add(new Url(URI.create(web.url(invitation.path()))));
        event.add(organizer());
        event.add(
                method == Invitation.Method.CANCEL
                        ? ImmutableStatus.VEVENT_CANCELLED
                        : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(ImmutableTransp.OPAQUE);
        // A published entry has no attendees (RFC 5546): it is nobody's invitation.
        if (method != Invitation.Method.PUBLISH) invitation.attendees().forEach(one -> event.add(attendee(one)));
        return event;
    }

    private Organizer organizer() {
        var facts = organization.facts();
        var mailbox = facts.mail();
        var mail = mailbox != null && !mailbox.isBlank() ? mailbox : sender.isBlank() ? "no-reply@" + host() : sender;
        var organizer = new Organizer(mailto(mail));
        organizer.add(new Cn(name(facts.department())));
        return organizer;
    }

    private String host() {
        return web.baseUrl().getHost().toLowerCase(Locale.ROOT);
    }

    private static Attendee attendee(Invitation.Attendee one) {
        var attendee = new Attendee(mailto(one.mail()));
        attendee.add(new Cn(name(one.name())));
        attendee.add(Role.REQ_PARTICIPANT);
        attendee.add(one.part() == Invitation.Part.COMES ? PartStat.ACCEPTED : PartStat.NEEDS_ACTION);
        // Nobody reads answers of calendars.
        attendee.add(Rsvp.FALSE);
        return attendee;
    }

    /**
     * The zone with its rules, or {@code null} where the time is better written in UTC: in zones that are mere offsets,
     * and in the hour that comes twice, whose second coming has no clock time of its own.
     */
    private @Nullable TimeZone zone(Invitation invitation) {
        var zone = zones.getTimeZone(invitation.zone().getId());
        if (zone == null || second(invitation.starts(), zone) || second(invitation.ends(), zone)) return null;
        return zone;
    }

    private static boolean second(Instant at, TimeZone zone) {
        var local = local(at, zone);
        return !local.withEarlierOffsetAtOverlap().equals(local);
    }

    private static ZonedDateTime local(Instant at, TimeZone zone) {
        return at.atZone(ZoneId.of(zone.getID()));
    }

    private static Property method(Invitation.Method method) {
        return switch (method) {
            case REQUEST -> ImmutableMethod.REQUEST;
            case CANCEL -> ImmutableMethod.CANCEL;
            case PUBLISH -> ImmutableMethod.PUBLISH;
        };
    }

    private static URI mailto(String mail) {
        try {
            return new URI("mailto", line(mail).replace(" ", ""), null);
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException("No address to invite", impossible);
        }
    }

    /** A name may stand between quotation marks, so it has none of its own. */
    private static String name(String name) {
        return line(name).replace('"', '\'');
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }

    private static String lines(String text) {
        return text.replaceAll("\\R", "\n").replaceAll("[\\p{Cc}&&[^\n]]+", " ").strip();
    }
}
