package org.ambassadorportal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalendarFileTests {

    private static final ZoneId DETROIT = ZoneId.of("America/Detroit");
    private static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-01T00:00:00Z");
    private static final CalendarFile.Limits SMALL = new CalendarFile.Limits(100_000, 50, 500);

    @Test
    void readsTimesInUtcInAZoneAndOnTheReadersClock() {
        assertThat(starts("DTSTART:20261015T130000Z", "DTEND:20261015T140000Z")).containsExactly("2026-10-15T09:00");
        assertThat(starts("DTSTART;TZID=Europe/Berlin:20261015T150000", "DURATION:PT1H"))
                .containsExactly("2026-10-15T09:00");
        assertThat(starts("DTSTART:20261015T090000", "DTEND:20261015T100000")).containsExactly("2026-10-15T09:00");
        assertThat(starts("DTSTART;TZID=Eastern Standard Time:20261015T090000", "DURATION:PT1H"))
                .as("the name Windows has for it")
                .containsExactly("2026-10-15T09:00");
        assertThat(starts("DTSTART;TZID=Nobody's Zone:20261015T090000", "DURATION:PT1H"))
                .as("a zone that nobody explains is the reader's")
                .containsExactly("2026-10-15T09:00");
    }

    @Test
    void believesAZoneThatTheFileExplainsItself() {
        var zone = """
                BEGIN:VTIMEZONE
                TZID:Customized Time Zone
                BEGIN:STANDARD
                DTSTART:16010101T030000
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:16010101T020000
                TZOFFSETFROM:+0100
                TZOFFSETTO:+0200
                RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
                END:DAYLIGHT
                END:VTIMEZONE
                """;
        var entries = read(zone
                + event(
                        "DTSTART;TZID=Customized Time Zone:20261023T150000",
                        "DURATION:PT1H",
                        "RRULE:FREQ=WEEKLY;COUNT=2"));
        assertThat(entries)
                .extracting(CalendarFile.Entry::from)
                .containsExactly(Instant.parse("2026-10-23T13:00:00Z"), Instant.parse("2026-10-30T14:00:00Z"));
    }

    @Test
    void wholeDaysAreDaysWhereverOneIs() {
        var one = read(event("DTSTART;VALUE=DATE:20261101")).getFirst();
        assertThat(one.day()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(Duration.between(one.from(), one.until()))
                .as("the day on which the clocks go back")
                .isEqualTo(Duration.ofHours(25));
        var three = read(event("DTSTART;VALUE=DATE:20261015", "DTEND;VALUE=DATE:20261018"))
                .getFirst();
        assertThat(Duration.between(three.from(), three.until())).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void repeatsByTheClockOfItsOwnZoneAcrossAChangeOfClocks() {
        assertThat(starts(
                        "DTSTART;TZID=America/Detroit:20261026T090000",
                        "DURATION:PT1H",
                        "RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20261116T140000Z"))
                .containsExactly("2026-10-26T09:00", "2026-11-02T09:00", "2026-11-09T09:00", "2026-11-16T09:00");
        assertThat(starts("DTSTART;TZID=Europe/Berlin:20261019T150000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3"))
                .as("between the two changes it is an hour later here")
                .containsExactly("2026-10-19T09:00", "2026-10-26T10:00", "2026-11-02T09:00");
    }

    @Test
    void leavesOutWhatIsExceptedMovedOrCalledOff() {
        var series = event(
                "DTSTART;TZID=America/Detroit:20261005T090000",
                "DURATION:PT1H",
                "RRULE:FREQ=WEEKLY;COUNT=6",
                "EXDATE;TZID=America/Detroit:20261012T090000",
                "EXDATE:20261019T130000Z",
                "RDATE;TZID=America/Detroit:20261007T160000");
        var moved = event(
                "RECURRENCE-ID;TZID=America/Detroit:20261026T090000",
                "DTSTART;TZID=America/Detroit:20261027T110000",
                "DURATION:PT2H");
        var off = event(
                "RECURRENCE-ID:20261102T140000Z", "DTSTART:20261102T140000Z", "DURATION:PT1H", "STATUS:CANCELLED");
        assertThat(local(read(series + moved + off)))
                .containsExactlyInAnyOrder(
                        "2026-10-05T09:00", "2026-10-07T16:00", "2026-10-27T11:00", "2026-11-09T09:00");
        assertThat(starts("DTSTART:20261015T130000Z", "DURATION:PT1H", "STATUS:CANCELLED"))
                .isEmpty();
    }

    @Test
    void saysWhatTakesNoTime() {
        assertThat(read(event("DTSTART:20261015T130000Z", "DURATION:PT1H", "TRANSP:TRANSPARENT"))
                        .getFirst()
                        .busy())
                .isFalse();
        assertThat(read(event("DTSTART:20261015T130000Z", "DURATION:PT1H", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"))
                        .getFirst()
                        .busy())
                .isFalse();
        assertThat(read(event("DTSTART:20261015T130000Z", "DURATION:PT1H"))
                        .getFirst()
                        .busy())
                .isTrue();
        assertThat(starts("DTSTART:20261015T130000Z")).as("a mere reminder").isEmpty();
    }

    @Test
    void readsStretchesThatAreMerelyBusy() {
        var file =
                "BEGIN:VFREEBUSY\nUID:f\nFREEBUSY;FBTYPE=BUSY:20261015T130000Z/PT1H,20261016T130000Z/20261016T150000Z\n"
                        + "FREEBUSY;FBTYPE=FREE:20261017T130000Z/PT1H\nEND:VFREEBUSY\n";
        assertThat(local(read(file))).containsExactly("2026-10-15T09:00", "2026-10-16T09:00");
    }

    @Test
    void looksNoFurtherThanItWasAskedTo() {
        var entries = read(event("DTSTART:19000101T130000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY"));
        assertThat(entries).hasSize(61);
        assertThat(entries.getFirst().until()).isAfter(FROM);
        assertThat(entries.getLast().from()).isBefore(UNTIL);
    }

    @Test
    void hasALimitForEachThingThatCouldBeTooMuch() {
        assertThat(refusal("")).isEqualTo("ics.empty");
        assertThat(refusal("<html>Sign in</html>")).isEqualTo("ics.none");
        assertThat(refusal(file("X-A:" + "a".repeat(100_001) + "\n"))).isEqualTo("ics.bytes");
        assertThat(refusal(file(IntStream.range(0, 51)
                        .mapToObj(any -> event("DTSTART:20261015T130000Z", "DURATION:PT1H"))
                        .collect(Collectors.joining()))))
                .isEqualTo("ics.events");
        assertThat(refusal(file(event("DTSTART:20261001T130000Z", "DURATION:PT1H", "RRULE:FREQ=HOURLY"))))
                .isEqualTo("ics.times");
        assertThat(refusal(file(event("DTSTART:20261001T130000Z", "DURATION:PT1H", "RRULE:FREQ=SECONDLY"))))
                .isEqualTo("ics.often");
        assertThat(refusal(file(event("DTSTART:20261001T130000Z", "DURATION:PT1H", "RRULE:FREQ=MINUTELY"))))
                .isEqualTo("ics.often");
    }

    @Test
    void whatIsBrokenIsRefusedByItsLine() {
        assertThat(refusal(file("BEGIN:VEVENT\nUID:1\nDTSTART:soon\nEND:VEVENT\n")))
                .isEqualTo("ics.broken");
        assertThat(refusal("BEGIN:VCALENDAR\nBEGIN:VEVENT\n")).startsWith("ics.broken");
        assertThat(refusal(file(event("DTSTART:20261001T130000Z", "DURATION:PT1H", "RRULE:FREQ=NEVER"))))
                .startsWith("ics.broken");
    }

    /** Rules that never come true, and those that make a library count forever. */
    @Test
    void hostileRulesEndSoon() {
        long begun = System.nanoTime();
        for (var rule : List.of(
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
                "FREQ=DAILY;INTERVAL=2147483647",
                "FREQ=YEARLY;BYWEEKNO=54",
                "FREQ=HOURLY;BYSECOND=0,1,2,3,4,5,6,7,8,9;BYMINUTE=0,1,2,3,4,5,6,7,8,9",
                "FREQ=DAILY;COUNT=2147483647",
                "FREQ=MONTHLY;BYSETPOS=366;BYDAY=MO")) {
            try {
                read(event("DTSTART:19000101T130000Z", "DURATION:PT1H", "RRULE:" + rule));
            } catch (CalendarFile.Unreadable refused) {
                assertThat(refused.key()).startsWith("ics.");
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void foldedLinesByteOrderMarksAndBareLineFeedsAreFine() {
        var file = "\uFEFF"
                + file(
                        "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:A long\r\n  name\r\nDTSTART:20261015T130000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\n");
        var entry = CalendarFile.read(file.getBytes(StandardCharsets.UTF_8), DETROIT, FROM, UNTIL, SMALL)
                .getFirst();
        assertThat(entry.name()).isEqualTo("A long name");
    }

    private static List<String> starts(String... lines) {
        return local(read(event(lines)));
    }

    private static List<String> local(List<CalendarFile.Entry> entries) {
        return entries.stream()
                .map(entry -> LocalDateTime.ofInstant(entry.from(), DETROIT).toString())
                .toList();
    }

    private static List<CalendarFile.Entry> read(String body) {
        return CalendarFile.read(file(body).getBytes(StandardCharsets.UTF_8), DETROIT, FROM, UNTIL, SMALL);
    }

    private static String refusal(String file) {
        var refused = catchThrowableOfType(
                CalendarFile.Unreadable.class,
                () -> CalendarFile.read(file.getBytes(StandardCharsets.UTF_8), DETROIT, FROM, UNTIL, SMALL));
        assertThat(refused).as(file.substring(0, Math.min(200, file.length()))).isNotNull();
        return refused.key();
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\nUID:1\nDTSTAMP:20260101T000000Z\nSUMMARY:Something\n" + String.join("\n", lines)
                + "\nEND:VEVENT\n";
    }

    private static String file(String body) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//EN\n" + body + "END:VCALENDAR\n";
    }
}
