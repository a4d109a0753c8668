package org.ambassadorportal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.Observance;
import biweekly.component.VEvent;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.ICalDate;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.property.DtStart;
import org.ambassadorportal.kernel.WebSettings;
import org.ambassadorportal.organization.BusinessHours;
import org.ambassadorportal.organization.Organization;
import org.ambassadorportal.organization.OrganizationFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;

/** What is written is read back twice: by the library that wrote it, and by one of other people. */
class InvitationsTests {

    private static final ZoneId DETROIT = ZoneId.of("America/Detroit");
    private static final Instant NOW = Instant.parse("2026-10-15T20:20:11.123Z");
    private static final UUID ID = UUID.fromString("0190a0b0-0000-7000-8000-000000000001");
    private static final List<Invitation.Attendee> ANA =
            List.of(new Invitation.Attendee("Ana Example", "ana@hospital.example", Invitation.Part.COMES));
    private static final WebSettings PORTAL = new WebSettings(URI.create("https://Portal.example/"), List.of());

    @Test
    void saysWhenWhereAndWithWhom() throws Exception {
        var text = request(plain());
        for (var read : both(text)) {
            assertThat(read.method()).isEqualTo("REQUEST");
            assertThat(read.uid()).isEqualTo(ID + "@portal.example");
            assertThat(read.sequence()).isEqualTo("2");
            assertThat(read.starts()).isEqualTo(Instant.parse("2026-11-24T20:00:00Z"));
            assertThat(read.ends()).isEqualTo(Instant.parse("2026-11-24T20:45:00Z"));
            assertThat(read.title()).isEqualTo("Consultation: Our page");
            assertThat(read.text()).isEqualTo("First line.\nSecond, with; signs \\ and \"quotes\".");
            assertThat(read.place()).isEqualTo("https://video.example/room");
            assertThat(read.status()).isEqualTo("CONFIRMED");
            assertThat(read.attendees())
                    .containsExactly(
                            "mailto:ana@hospital.example ACCEPTED Ana Example",
                            "mailto:guest@elsewhere.example NEEDS-ACTION Guest");
        }
        assertThat(text)
                .contains("DTSTART;TZID=America/Detroit:20261124T150000")
                .contains("DTEND;TZID=America/Detroit:20261124T154500")
                .contains("DTSTAMP:20261015T202011Z")
                .contains("BEGIN:VTIMEZONE")
                .contains("URL:https://Portal.example/requests/R-1042")
                .contains("ROLE=REQ-PARTICIPANT")
                .contains("RSVP=FALSE")
                .doesNotContain("VALARM");
    }

    @Test
    void aCancellationHasTheSameUidAndSaysThatItIsOne() throws Exception {
        var text = invitations(null, "").cancel(plain()).text();
        for (var read : both(text)) {
            assertThat(read.method()).isEqualTo("CANCEL");
            assertThat(read.uid()).isEqualTo(ID + "@portal.example");
            assertThat(read.status()).isEqualTo("CANCELLED");
        }
    }

    @Test
    void aDownloadIsNobodysInvitation() throws Exception {
        var text = invitations(null, "").text(plain(), Invitation.Method.PUBLISH);
        for (var read : both(text)) {
            assertThat(read.method()).isEqualTo("PUBLISH");
            assertThat(read.attendees()).isEmpty();
        }
        assertThat(text).doesNotContain("ana@hospital.example", "guest@elsewhere.example");
    }

    @Test
    void theTeamIsTheOrganizer() {
        var line = "ORGANIZER;CN=Department of Samples:mailto:";
        assertThat(unfolded(invitations("social@hospital.example", "portal@hospital.example")
                        .request(plain())
                        .text()))
                .contains(line + "social@hospital.example\r\n");
        assertThat(unfolded(invitations(null, "portal@hospital.example")
                        .request(plain())
                        .text()))
                .contains(line + "portal@hospital.example\r\n");
        assertThat(unfolded(invitations(null, "").request(plain()).text()))
                .contains(line + "no-reply@portal.example\r\n");
    }

    @Test
    void whatPeopleTypeStartsNoLineOfItsOwn() throws Exception {
        var attack = "Eve\r\nATTENDEE:mailto:victim@hospital.example\r\nBEGIN:VALARM\u2028X\u0085Y\"Z;W:V,U^n'";
        var eve = new Invitation.Attendee(attack, "eve@hospital.example", Invitation.Part.COMES);
        var invitation = new Invitation(
                ID,
                0,
                plain().starts(),
                plain().ends(),
                DETROIT,
                attack,
                attack,
                attack,
                "/requests/R-1",
                List.of(eve));
        var text = request(invitation);
        assertThat(text.lines()).noneMatch(line -> line.startsWith("ATTENDEE:") || line.startsWith("BEGIN:VALARM"));
        assertThat(text).contains("\r\n").doesNotContain("\u2028", "\u0085");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        for (var read : both(text)) {
            assertThat(read.attendees()).hasSize(1);
            assertThat(read.attendees().getFirst()).startsWith("mailto:eve@hospital.example ACCEPTED Eve ATTENDEE");
            assertThat(read.title()).startsWith("Eve ATTENDEE:mailto:victim@hospital.example BEGIN:VALARM");
            assertThat(read.text()).startsWith("Eve\nATTENDEE:mailto:victim");
        }
    }

    @Test
    void addressesCannotBreakOutEither() throws Exception {
        var odd = new Invitation.Attendee("Odd", "o'brien+tag%x\r\nX:y@hospital.example", Invitation.Part.COMES);
        var invitation = new Invitation(
                ID, 0, plain().starts(), plain().ends(), DETROIT, "T", "", null, "/requests/R-1", List.of(odd));
        var text = request(invitation);
        assertThat(text.lines()).noneMatch(line -> line.startsWith("X:"));
        for (var read : both(text)) assertThat(read.attendees()).hasSize(1);
    }

    @Test
    void longLinesAreFoldedByBytesAndLettersOfTheWorldArriveWhole() throws Exception {
        var long_ = "Zoë 北京 👩🏽‍⚕️ – ".repeat(40).strip();
        var invitation = new Invitation(
                ID, 0, plain().starts(), plain().ends(), DETROIT, long_, long_, long_, "/requests/R-1", List.of());
        var text = request(invitation.with(new Invitation.Attendee(long_, "zoe@h.example", Invitation.Part.COMES)));
        assertThat(text.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        for (var read : both(text)) {
            assertThat(read.title()).isEqualTo(long_);
            assertThat(read.text()).isEqualTo(long_);
            assertThat(read.attendees()).containsExactly("mailto:zoe@h.example ACCEPTED " + long_);
        }
    }

    /** Around both clock changes of 2026 and 2028 (a leap year), in zones that change on other days or not at all. */
    @ParameterizedTest
    @CsvSource({
        "America/Detroit, 2026-03-07T23:30",
        "America/Detroit, 2026-03-08T01:30",
        "America/Detroit, 2026-03-08T03:00",
        "America/Detroit, 2026-10-31T23:30",
        "America/Detroit, 2026-11-01T00:45",
        "America/Detroit, 2026-11-01T01:30",
        "America/Detroit, 2026-11-01T02:00",
        "America/Detroit, 2028-02-29T12:00",
        "America/New_York, 2027-03-14T03:15",
        "Europe/Berlin, 2026-03-29T03:00",
        "Europe/Berlin, 2026-10-25T02:30",
        "Europe/Berlin, 2026-10-25T03:30",
        "America/Phoenix, 2026-07-01T09:00",
        "Asia/Kolkata, 2026-07-01T09:00",
        "Australia/Lord_Howe, 2026-10-04T02:40",
        "UTC, 2026-07-01T09:00"
    })
    void theTimeIsTheSameForBothReadersAroundClockChanges(String zone, LocalDateTime local) throws Exception {
        var at = local.atZone(ZoneId.of(zone)).toInstant();
        for (var starts : List.of(at, at.plusSeconds(3600))) {
            var invitation =
                    new Invitation(ID, 0, starts, starts.plusSeconds(5400), ZoneId.of(zone), "T", "", null, "/r", ANA);
            for (var read : both(request(invitation))) {
                assertThat(read.starts()).as(read.reader()).isEqualTo(starts);
                assertThat(read.ends()).as(read.reader()).isEqualTo(starts.plusSeconds(5400));
            }
        }
    }

    @Test
    void theHourThatComesTwiceIsWrittenSoThatItCannotBeMistaken() throws Exception {
        var first = Instant.parse("2026-11-01T05:30:00Z");
        assertThat(request(at(first))).contains("DTSTART;TZID=America/Detroit:20261101T013000");
        assertThat(request(at(first.plusSeconds(3600)))).contains("DTSTART:20261101T063000Z");
    }

    @Test
    void oldNamesOfZonesAreUnderstood() throws Exception {
        var invitation =
                new Invitation(ID, 0, NOW, NOW.plusSeconds(60), ZoneId.of("US/Eastern"), "T", "", null, "/r", ANA);
        var text = request(invitation);
        assertThat(text).contains("TZID:America/New_York", "DTSTART;TZID=America/New_York:");
        for (var read : both(text))
            assertThat(read.ends()).isEqualTo(NOW.plusSeconds(60).truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }

    private static Invitation at(Instant starts) {
        return new Invitation(ID, 0, starts, starts.plusSeconds(900), DETROIT, "T", "", null, "/r", ANA);
    }

    private static Invitation plain() {
        return new Invitation(
                ID,
                2,
                Instant.parse("2026-11-24T20:00:00Z"),
                Instant.parse("2026-11-24T20:45:00Z"),
                DETROIT,
                "Consultation: Our page",
                "First line.\nSecond, with; signs \\ and \"quotes\".",
                "https://video.example/room",
                "/requests/R-1042",
                List.of(
                        new Invitation.Attendee("Ana Example", "ana@hospital.example", Invitation.Part.COMES),
                        new Invitation.Attendee("Guest", "guest@elsewhere.example", Invitation.Part.IS_ASKED)));
    }

    private static String request(Invitation invitation) {
        return invitations(null, "").request(invitation).text();
    }

    private static Invitations invitations(@Nullable String mailbox, String sender) {
        var organization = Mockito.mock(Organization.class);
        Mockito.when(organization.facts())
                .thenReturn(new OrganizationFacts(
                        "Example Hospital",
                        "Program",
                        "Department of Samples",
                        "734-555-0100",
                        mailbox,
                        List.of(),
                        DETROIT,
                        Mockito.mock(BusinessHours.class),
                        null,
                        List.of()));
        return new Invitations(organization, PORTAL, sender, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static String unfolded(String text) {
        return text.replace("\r\n ", "");
    }

    /** What a reader understood. */
    private record Read(
            String reader,
            String method,
            String uid,
            String sequence,
            Instant starts,
            Instant ends,
            String title,
            @Nullable String text,
            @Nullable String place,
            String status,
            List<String> attendees) {}

    private static List<Read> both(String text) throws Exception {
        return List.of(ical4j(text), biweekly(text));
    }

    private static Read ical4j(String text) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate().getEntries()).isEmpty();
        var event = (net.fortuna.ical4j.model.component.VEvent)
                calendar.getComponent(Component.VEVENT).orElseThrow();
        var start = (DtStart<?>) event.getRequiredProperty(Property.DTSTART);
        var end = (net.fortuna.ical4j.model.property.DtEnd<?>) event.getRequiredProperty(Property.DTEND);
        return new Read(
                "ical4j",
                calendar.getRequiredProperty(Property.METHOD).getValue(),
                event.getRequiredProperty(Property.UID).getValue(),
                event.getRequiredProperty(Property.SEQUENCE).getValue(),
                instant(start.getDate()),
                instant(end.getDate()),
                event.getRequiredProperty(Property.SUMMARY).getValue(),
                event.getProperty(Property.DESCRIPTION).map(Property::getValue).orElse(null),
                event.getProperty(Property.LOCATION).map(Property::getValue).orElse(null),
                event.getRequiredProperty(Property.STATUS).getValue(),
                event.getProperties(Property.ATTENDEE).stream()
                        .map(one -> one.getValue() + " "
                                + one.getRequiredParameter("PARTSTAT").getValue() + " "
                                + one.getRequiredParameter("CN").getValue())
                        .toList());
    }

    private static Instant instant(TemporalAccessor at) {
        return Instant.from(at);
    }

    private static Read biweekly(String text) {
        ICalendar calendar = Biweekly.parse(text).first();
        assertThat(calendar.validate(calendar.getVersion())).isEmpty();
        VEvent event = calendar.getEvents().getFirst();
        return new Read(
                "biweekly",
                calendar.getMethod().getValue(),
                event.getUid().getValue(),
                String.valueOf(event.getSequence().getValue()),
                instant(calendar, event.getDateStart()),
                instant(calendar, event.getDateEnd()),
                event.getSummary().getValue(),
                event.getDescription() == null ? null : event.getDescription().getValue(),
                event.getLocation() == null ? null : event.getLocation().getValue(),
                event.getStatus().getValue(),
                event.getAttendees().stream()
                        .map(one -> "mailto:" + one.getEmail() + " "
                                + one.getParticipationStatus().getValue() + " " + one.getCommonName())
                        .toList());
    }

    /**
     * The moment a local time means by the rules of the time zone in the file, as biweekly read them. Its own reckoning
     * (0.6.8) takes the hour of a clock change for UTC and is wrong for some hours beside it.
     */
    private static Instant instant(ICalendar calendar, DateOrDateTimeProperty at) {
        var zone = calendar.getTimezoneInfo().getTimezone(at);
        if (zone == null) return at.getValue().toInstant();
        var local = local(at.getValue());
        var rules = new ArrayList<Observance>(zone.getComponent().getStandardTimes());
        rules.addAll(zone.getComponent().getDaylightSavingsTime());
        var last = new TreeMap<LocalDateTime, Long>();
        for (var rule : rules) {
            var offset = rule.getTimezoneOffsetTo().getValue().getMillis();
            onsets(rule, local.plusYears(1)).forEach(onset -> last.put(onset, offset));
        }
        return local.toInstant(ZoneOffset.UTC)
                .minusMillis(last.floorEntry(local).getValue());
    }

    private static List<LocalDateTime> onsets(Observance rule, LocalDateTime until) {
        var first = rule.getDateStart().getValue();
        var onsets = new ArrayList<>(List.of(local(first)));
        for (var more : rule.getRecurrenceDates()) {
            for (var date : more.getDates()) onsets.add(local(date));
        }
        if (rule.getRecurrenceRule() != null) {
            var utc = TimeZone.getTimeZone("UTC");
            var start = Date.from(local(first).toInstant(ZoneOffset.UTC));
            var dates = rule.getRecurrenceRule().getDateIterator(start, utc);
            while (dates.hasNext()) {
                var onset = LocalDateTime.ofInstant(dates.next().toInstant(), ZoneOffset.UTC);
                if (onset.isAfter(until)) break;
                onsets.add(onset);
            }
        }
        return onsets;
    }

    private static LocalDateTime local(ICalDate date) {
        var raw = date.getRawComponents();
        return LocalDateTime.of(
                raw.getYear(), raw.getMonth(), raw.getDate(), raw.getHour(), raw.getMinute(), raw.getSecond());
    }
}
