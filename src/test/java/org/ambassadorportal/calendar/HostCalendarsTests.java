package org.ambassadorportal.calendar;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.TestClock;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What passes between the portal and a host's own calendar, with a real server for that one. */
@PortalTest
@Import(TestHosts.class)
@ExtendWith(OutputCaptureExtension.class)
class HostCalendarsTests {

    private static final ZoneId DETROIT = ZoneId.of("America/Detroit");

    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.of(2027, 6, 7);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestHosts hosts;

    @Autowired
    TestPeople people;

    @Autowired
    HostCalendars calendars;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    PersonRow ana;
    HttpServer server;
    volatile String published = "";
    volatile int status = 200;
    final AtomicInteger unchanged = new AtomicInteger();

    @BeforeEach
    void publish() throws IOException {
        clock.hold(TODAY.atTime(7, 0).atZone(DETROIT).toInstant());
        ana = hosts.host("Ana Host");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/private-token/basic.ics", exchange -> {
            var mark = "\"" + published.hashCode() + "\"";
            if (mark.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                unchanged.incrementAndGet();
                exchange.sendResponseHeaders(304, -1);
            } else {
                exchange.getResponseHeaders().add("ETag", mark);
                var bytes = published.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        clock.run();
        database.sql("update calendar_host set busy_url = null").update();
    }

    @Test
    void whenTheHostIsBusyNobodyBooksThem() {
        published = file(
                event("1", "DTSTART;TZID=America/Detroit:20270608T090000", "DURATION:PT3H"),
                event("2", "DTSTART:20270609T120000", "DURATION:PT5H", "RRULE:FREQ=WEEKLY", "EXDATE:20270616T120000"),
                event("3", "DTSTART;VALUE=DATE:20270610"),
                event("4", "DTSTART:20270611T090000", "DURATION:PT8H", "TRANSP:TRANSPARENT"),
                event("5", "DTSTART:20270611T090000", "DURATION:PT8H", "STATUS:CANCELLED"),
                event(UUID.randomUUID() + "@localhost", "DTSTART:20270611T090000", "DURATION:PT8H"));

        assertThat(setAddress()).hasStatus(303);

        var page = page(ana);
        assertThat(week(page, 1)).isEqualTo("12:00 pm to 5:00 pm");
        assertThat(week(page, 2)).as("with ten minutes after it").isEqualTo("9:00 am to 11:30 am");
        assertThat(week(page, 3)).as("a whole day").isEqualTo("no time");
        assertThat(week(page, 4))
                .as("what takes no time, what was called off, and what we put there ourselves")
                .isEqualTo("9:00 am to 5:00 pm");
        assertThat(page.select("#calendars").text()).contains("Read from 127.0.0.1 just now.");
        assertThat(page.html()).doesNotContain("private-token");
    }

    @Test
    void theLastGoodCopyStaysAndTheProblemIsSaidInWords(CapturedOutput log) {
        published = file(event("1", "DTSTART:20270608T090000", "DURATION:PT8H"));
        setAddress();
        clock.pass(Duration.ofHours(2));
        status = 404;
        published = "gone";
        readDue();

        var page = page(ana);
        assertThat(page.select("#calendars").text())
                .contains(
                        "We could not read 127.0.0.1 (just now).",
                        "The other side answered with error 404.",
                        "What we read 2 hours ago still counts.");
        assertThat(week(page, 1)).isEqualTo("no time");

        status = 200;
        published = "<html>Please sign in</html>";
        clock.pass(Duration.ofHours(1));
        readDue();
        assertThat(page(ana).select("#calendars").text()).contains("This is not a calendar file.");
        assertThat(busy()).isOne();

        published = file();
        clock.pass(Duration.ofHours(1));
        readDue();
        assertThat(page(ana).select("#calendars").text()).contains("Read from 127.0.0.1 just now.");
        assertThat(busy()).isZero();
        assertThat(log.getAll()).doesNotContain("private-token");
    }

    @Test
    void readsEachEveryQuarterOfAnHourAndAsksWhetherItChanged() {
        published = file(event("1", "DTSTART:20270608T090000", "DURATION:PT8H"));
        setAddress();
        readDue();
        assertThat(unchanged).as("too early").hasValue(0);
        clock.pass(Duration.ofMinutes(16));
        readDue();
        assertThat(unchanged).hasValue(1);
        assertThat(busy()).isOne();
        assertThat(page(ana).select("#calendars").text()).contains("just now");
    }

    @Test
    void anotherAddressForgetsWhatTheOneBeforeSaid() {
        published = file(event("1", "DTSTART:20270608T090000", "DURATION:PT8H"));
        setAddress();
        assertThat(post(ana, "busy/forget")).hasStatus(303);
        assertThat(busy()).isZero();
        assertThat(page(ana).select("#calendars").text()).doesNotContain("127.0.0.1");
    }

    @Test
    void addressesThatAreNoneAreRefusedAndThoseInsideTheHouseAreNotRead() {
        for (var wrong : List.of("javascript:alert(1)", "file:///etc/passwd", "", "localhost"))
            assertThat(post(ana, "busy", "address", wrong)).as(wrong).hasStatus(422);
        post(ana, "busy", "address", "webcal://10.1.2.3/basic.ics");
        assertThat(page(ana).select("#calendars").text())
                .contains("10.1.2.3", "leads to a machine inside a network", "Nothing of it is known yet.");
    }

    @Test
    void onlyTheHostSetsTheirCalendarNotEvenALead() {
        var lead = people.lead();
        assertThat(mvc.post()
                        .uri("/desk/hours/" + ana.id() + "/busy")
                        .param("address", "https://calendar.test/a.ics")
                        .with(as(lead))
                        .with(csrf()))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/desk/hours/" + ana.id() + "/feed")
                        .with(as(lead))
                        .with(csrf()))
                .hasStatus(404);
    }

    @Test
    void bookingsStandAtASecretAddressThatACalendarCanSubscribeTo() {
        var booking = UUID.randomUUID();
        taken(booking, "BOOKING", "Consultation: Where; to, begin\nBEGIN:VALARM", null);
        taken(UUID.randomUUID(), "HOLD", "Somebody is choosing", TODAY.plusDays(1));
        var address = newAddress();

        var answer = mvc.get().uri(address).exchange();

        assertThat(answer).hasStatusOk().hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(answer.getResponse().getContentType()).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
        var calendar = read(text(answer));
        assertThat(calendar.getComponents("VTIMEZONE")).hasSize(1);
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        assertThat(events).hasSize(1);
        var event = events.getFirst();
        assertThat(event.getUid().orElseThrow().getValue()).isEqualTo(booking + "@localhost");
        assertThat(event.getSummary().getValue()).isEqualTo("Consultation: Where; to, begin BEGIN:VALARM");
        assertThat(((DtStart<?>) event.getProperty("DTSTART").orElseThrow()).getDate())
                .isInstanceOfSatisfying(
                        ZonedDateTime.class,
                        starts -> assertThat(starts.toInstant())
                                .isEqualTo(TODAY.plusDays(2)
                                        .atTime(10, 0)
                                        .atZone(DETROIT)
                                        .toInstant()));
        assertThat(text(answer)).doesNotContain("ATTENDEE", "\r\nBEGIN:VALARM", "Somebody is choosing");
    }

    @Test
    void anEmptyWeekIsACalendarToo() {
        assertThat(read(text(mvc.get().uri(newAddress()).exchange())).getComponents(Component.VEVENT))
                .isEmpty();
    }

    @Test
    void theSecretIsToldOnceStoredAsAHashAndRenewedByAButton() {
        var first = newAddress();
        assertThat(page(ana).html()).doesNotContain(first);
        var secret = first.replaceAll(".*/calendars/(.*)\\.ics", "$1");
        assertThat(database.sql("select count(*) from calendar_host where encode(feed_hash, 'escape') like ?")
                        .param("%" + secret + "%")
                        .query(Integer.class)
                        .single())
                .isZero();

        var second = newAddress();

        assertThat(second).isNotEqualTo(first);
        assertThat(mvc.get().uri(first)).hasStatus(404);
        assertThat(mvc.get().uri(second)).hasStatusOk();
        assertThat(mvc.get().uri("/calendars/" + "x".repeat(43) + ".ics")).hasStatus(404);
        database.sql("update person set disabled = true where id = ?")
                .param(ana.id().value())
                .update();
        assertThat(mvc.get().uri(second)).as("somebody who left").hasStatus(404);
    }

    private String newAddress() {
        var answer = post(ana, "feed");
        return String.valueOf(answer.getMvcResult().getFlashMap().get("address"))
                .replaceFirst("^https?://[^/]+", "");
    }

    private void taken(UUID owner, String kind, String title, LocalDate expires) {
        var starts = TODAY.plusDays(expires == null ? 2 : 3)
                .atTime(10, 0)
                .atZone(DETROIT)
                .toOffsetDateTime();
        database.sql("""
                        insert into calendar_taken (id, host_id, kind, owner_id, during, starts_at, ends_at, title,
                            path, given_at, expires_at)
                        values (:id, :host, :kind, :owner, tstzrange(:starts, :ends), :starts, :ends, :title,
                            '/desk/consultation/R-1', :starts, :expires)""")
                .param("id", UUID.randomUUID())
                .param("host", ana.id().value())
                .param("kind", kind)
                .param("owner", owner)
                .param("starts", starts)
                .param("ends", starts.plusHours(1))
                .param("title", title)
                .param("expires", expires == null ? null : starts)
                .update();
    }

    private static Calendar read(String file) {
        try {
            return new CalendarBuilder().build(new StringReader(file));
        } catch (IOException | ParserException broken) {
            throw new AssertionError(file, broken);
        }
    }

    private MvcTestResult setAddress() {
        return post(
                ana,
                "busy",
                "address",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/private-token/basic.ics");
    }

    private void readDue() {
        AsSystem.run(calendars::readDue);
    }

    private int busy() {
        return database.sql("select count(*) from calendar_busy where host_id = ?")
                .param(ana.id().value())
                .query(Integer.class)
                .single();
    }

    private static String week(Document page, int day) {
        return page.select(".week-picture li").get(day).select(".meta").text();
    }

    private MvcTestResult post(PersonRow by, String verb, String... fields) {
        var request = mvc.post()
                .uri("/desk/hours/" + ana.id() + "/" + verb)
                .with(as(by))
                .with(csrf());
        for (int at = 0; at < fields.length; at += 2) request = request.param(fields[at], fields[at + 1]);
        return request.exchange();
    }

    private Document page(PersonRow who) {
        return Jsoup.parse(text(mvc.get().uri("/desk/hours").with(as(who)).exchange()));
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String event(String id, String... lines) {
        return "BEGIN:VEVENT\r\nUID:" + id + "\r\nDTSTAMP:20270101T000000Z\r\n" + String.join("\r\n", lines)
                + "\r\nEND:VEVENT\r\n";
    }

    private static String file(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n" + String.join("", events)
                + "END:VCALENDAR\r\n";
    }
}
