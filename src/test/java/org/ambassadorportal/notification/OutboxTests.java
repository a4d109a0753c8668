package org.ambassadorportal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.CalendarPart;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.SignInLinks;
import org.ambassadorportal.kernel.WebSettings;
import org.ambassadorportal.organization.Organization;
import org.ambassadorportal.organization.OrganizationFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@PortalTest
class OutboxTests {

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Outbox outbox;

    @Autowired
    NamedParameterJdbcTemplate batch;

    @Autowired
    JsonMapper json;

    @Autowired
    People people;

    @Autowired
    MailTexts texts;

    @Autowired
    Organization organization;

    @Autowired
    SignInLinks links;

    @Autowired
    MessageSource messages;

    @Autowired
    Clock clock;

    private static final WebSettings PORTAL = new WebSettings(URI.create("https://portal.example/"), List.of());

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    record Said(List<Letter> letters) implements Mailed {}

    @BeforeEach
    void leaveAloneWhatOthersLeft() {
        server.start();
        database.sql("update email set due_at = now() + interval '1 day' where state = 'WAITING'")
                .update();
    }

    @AfterEach
    void stop() {
        server.stop();
        database.sql("update email set due_at = now() + interval '1 day' where state = 'WAITING'")
                .update();
    }

    @Test
    void aCommitLeavesOneRowForEachRecipient() {
        var ana = somebody("Ana Example");
        var bo = somebody("Bo Example");
        var anaAgain = new Addressee(PersonId.next(), "Ana", ana.mail().toUpperCase(java.util.Locale.ROOT));
        say(letter(ana, bo, ana, anaAgain));
        assertThat(rows(ana)).isEqualTo(1);
        assertThat(rows(bo)).isEqualTo(1);
        assertThat(rows(anaAgain)).isZero();
    }

    @Test
    void aRollbackLeavesNone() {
        var ana = somebody("Ana Example");
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new Said(List.of(letter(ana))));
            status.setRollbackOnly();
        });
        assertThat(rows(ana)).isZero();
    }

    @Test
    void nothingIsSaidOutsideATransaction() {
        assertThatThrownBy(() -> events.publishEvent(new Said(List.of(letter(somebody("Ana Example"))))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aMailHasHtmlAndTextAndSaysWhereAnswersBelong() throws Exception {
        var zoe = somebody("Zoë Ünreal");
        var facts = new LinkedHashMap<String, String>();
        facts.put("title", "Moving <our> page");
        facts.put("unit", "Section of Placeholder Medicine");
        say(new Letter("test", List.of(zoe), "R-1042", facts, "First line.\nSecond & last.", "/requests/R-1042", null));
        assertThat(round(settings(server.getSmtp().getPort()))).isEqualTo(1);
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).startsWith("R-1042: ");
        assertThat(mail.getFrom()[0].toString()).contains("portal@hospital.example");
        assertThat(mail.getRecipients(Message.RecipientType.TO)[0].toString()).contains(zoe.mail());
        assertThat(mail.getHeader("Reply-To")).isNull();
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID()).isEqualTo("<" + id(zoe) + "@hospital.example>");
        var text = part(mail, 0, "text/plain");
        assertThat(text)
                .contains("R-1042", "Moving <our> page", "> First line.", "> Second & last.")
                .contains("https://portal.example/requests/R-1042")
                .contains("Please answer on the page");
        var html = part(mail, 1, "text/html");
        // Left there to be looked at in a browser.
        Files.createDirectories(Path.of("target/gallery"));
        Files.writeString(Path.of("target/gallery/mail.html"), html);
        assertThat(html)
                .contains("Moving &lt;our&gt; page", "First line.<br", "Second &amp; last.")
                .contains("href=\"https://portal.example/requests/R-1042\"")
                .contains("Please answer on the page")
                .doesNotContain("<img", "src=", "Moving <our>");
        assertThat(state(zoe)).isEqualTo("DELIVERED");
    }

    @Test
    void anInvitationGoesOutForCalendarsThatKnowItAndAsAFile() throws Exception {
        var text = "BEGIN:VCALENDAR\r\nX-NAME:Zoë\r\nEND:VCALENDAR\r\n";
        var zoe = somebody("Zoë Ünreal");
        say(letter(zoe).with(new CalendarPart("REQUEST", text)).withSecond("/requests"));
        assertThat(round(settings(server.getSmtp().getPort()))).isEqualTo(1);
        var mail = server.getReceivedMessages()[0];
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/mixed");
        var words = (MimeMultipart) parts.getBodyPart(0).getContent();
        assertThat(words.getContentType()).startsWith("multipart/alternative");
        assertThat(words.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat((String) words.getBodyPart(0).getContent())
                .contains("Answers from your calendar are not read", "https://portal.example/requests\r\n");
        assertThat(words.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat((String) words.getBodyPart(1).getContent())
                .contains("Answers from your calendar are not read", "href=\"https://portal.example/requests\"");
        var calendar = words.getBodyPart(2);
        assertThat(calendar.getContentType()).isEqualTo("text/calendar; method=REQUEST; charset=UTF-8");
        assertThat(new String(calendar.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(text);
        var file = parts.getBodyPart(1);
        assertThat(file.getFileName()).isEqualTo("invite.ics");
        assertThat(file.getDisposition()).isEqualTo("attachment");
        assertThat(new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Test
    void aCancellationSaysSo() throws Exception {
        say(letter(somebody("Ana Example")).with(new CalendarPart("CANCEL", "BEGIN:VCALENDAR\r\n")));
        round(settings(server.getSmtp().getPort()));
        var parts = (MimeMultipart) server.getReceivedMessages()[0].getContent();
        var words = (MimeMultipart) parts.getBodyPart(0).getContent();
        assertThat(words.getBodyPart(2).getContentType()).contains("method=CANCEL");
        assertThat((String) words.getBodyPart(0).getContent()).contains("takes the time out of your calendar");
    }

    @Test
    void noMethodOfACalendarStartsAHeader() {
        assertThatThrownBy(() -> new CalendarPart("REQUEST\r\nBcc: victim@hospital.example", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void answersGoToTheMailboxOfTheDepartmentWhereItHasOne() throws Exception {
        var known = organization.facts();
        var facts = new OrganizationFacts(
                known.name(),
                known.program(),
                "Department\r\nBcc: victim@hospital.example",
                known.telephone(),
                "social@hospital.example",
                known.mailDomains(),
                known.zone(),
                known.hours(),
                known.socialIntegrityUrl(),
                known.brandWords());
        var withMailbox = Mockito.mock(Organization.class);
        Mockito.when(withMailbox.facts()).thenReturn(facts);
        var settings = settings(server.getSmtp().getPort());
        var composer = new Composer(texts, settings, withMailbox, links, messages, PORTAL, clock);
        say(letter(somebody("Ana Example")));
        AsSystem.run(() -> new Postman(outbox, composer, new Smtp(settings), settings).round());
        var mail = server.getReceivedMessages()[0];
        assertThat(((InternetAddress) mail.getReplyTo()[0]).getAddress()).isEqualTo("social@hospital.example");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(part(mail, 0, "text/plain")).contains("reaches our mailbox, not your request");
    }

    @Test
    void a421IsTriedAgainAndArrivesUnderTheSameId() throws Exception {
        var ana = somebody("Ana Example");
        var times = new AtomicInteger();
        try (var busy = new ScriptedSmtp(to -> times.incrementAndGet() == 1 ? "421 4.7.0 busy" : "250 ok")) {
            say(letter(ana));
            round(settings(busy.port()));
            assertThat(state(ana)).isEqualTo("WAITING");
            assertThat(column(ana, "problem")).isEqualTo("DEFERRED");
            assertThat(column(ana, "answer")).contains("421 4.7.0 busy");
            makeDue(ana);
            round(settings(busy.port()));
            assertThat(state(ana)).isEqualTo("DELIVERED");
            assertThat(busy.taken()).singleElement().asString().contains("Message-ID: <" + id(ana) + "@");
        }
    }

    @Test
    void a450IsTriedAgain() throws Exception {
        var ana = somebody("Ana Example");
        try (var gray = new ScriptedSmtp(to -> "450 4.2.0 graylisted")) {
            say(letter(ana));
            round(settings(gray.port()));
        }
        assertThat(state(ana)).isEqualTo("WAITING");
        assertThat(due(ana)).isFalse();
    }

    @Test
    void a550FailsAtOnce() throws Exception {
        var ana = somebody("Ana Example");
        try (var strict = new ScriptedSmtp(to -> "550 5.1.1 no such user")) {
            say(letter(ana));
            round(settings(strict.port()));
        }
        assertThat(state(ana)).isEqualTo("FAILED");
        assertThat(column(ana, "problem")).isEqualTo("REFUSED");
        assertThat(column(ana, "answer")).contains("550 5.1.1 no such user");
    }

    @Test
    void aServerThatHangsTimesOut() throws Exception {
        var ana = somebody("Ana Example");
        try (var hung = new ScriptedSmtp(to -> ScriptedSmtp.SILENCE)) {
            say(letter(ana));
            long begin = System.nanoTime();
            round(settings(hung.port()));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        }
        assertThat(state(ana)).isEqualTo("WAITING");
        assertThat(column(ana, "problem")).isEqualTo("TIMED_OUT");
    }

    @Test
    void allThreeTimeoutsAreSet() {
        var session = new Smtp(settings(25)).session();
        for (var timeout : List.of("connectiontimeout", "timeout", "writetimeout")) {
            assertThat(session.getProperty("mail.smtp." + timeout)).isEqualTo("500");
        }
    }

    @Test
    void noTransactionIsOpenWhileAServerIsSpokenTo() throws Exception {
        var open = new ArrayList<Long>();
        try (var curious = new ScriptedSmtp(to -> {
            open.add(database.sql("select count(*) from pg_stat_activity where state like 'idle in transaction%'")
                    .query(Long.class)
                    .single());
            return "250 ok";
        })) {
            say(letter(somebody("Ana Example")));
            round(settings(curious.port()));
        }
        assertThat(open).containsExactly(0L);
    }

    @Test
    void aSignInMailGoesBeforeAllOthers() {
        say(letter(somebody("Ana Example")));
        var waiting = somebody("Bo Example");
        say(new Letter("test", List.of(waiting), null, Map.of(), null, "/sign-in/link", UUID.randomUUID()));
        assertThat(AsSystem.call(outbox::claim).orElseThrow().recipientMail()).isEqualTo(waiting.mail());
    }

    @Test
    void aServerThatIsDownLosesNothing() throws Exception {
        var ana = somebody("Ana Example");
        int port;
        try (var gone = new ScriptedSmtp(to -> "250 ok")) {
            port = gone.port();
        }
        say(letter(ana));
        round(settings(port));
        assertThat(state(ana)).isEqualTo("WAITING");
        assertThat(column(ana, "problem")).isEqualTo("UNREACHABLE");
        makeDue(ana);
        assertThat(round(settings(server.getSmtp().getPort()))).isEqualTo(1);
        assertThat(state(ana)).isEqualTo("DELIVERED");
    }

    @Test
    void aMailIsGivenUpAfterItsLastAttempt() throws Exception {
        var ana = somebody("Ana Example");
        try (var gray = new ScriptedSmtp(to -> "450 4.2.0 graylisted")) {
            say(letter(ana));
            for (int attempt = 1; attempt <= 3; attempt++) {
                assertThat(state(ana)).isEqualTo("WAITING");
                makeDue(ana);
                round(settings(gray.port()));
            }
        }
        assertThat(state(ana)).isEqualTo("FAILED");
    }

    @Test
    void aPoisonedMailHoldsUpNobody() throws Exception {
        var before = somebody("Ana Example");
        var poisoned = somebody("Bo Example");
        var wordless = somebody("Cy Example");
        var after = somebody("Di Example");
        try (var picky = new ScriptedSmtp(to -> to.equals(poisoned.mail()) ? "554 5.6.0 no" : "250 ok")) {
            say(letter(before));
            say(letter(poisoned));
            say(new Letter("no-such-letter", List.of(wordless), "R-7", Map.of(), null, "/", null));
            say(letter(after));
            assertThat(round(settings(picky.port()))).isEqualTo(2);
        }
        assertThat(state(before)).isEqualTo("DELIVERED");
        assertThat(state(poisoned)).isEqualTo("FAILED");
        assertThat(state(wordless)).isEqualTo("FAILED");
        assertThat(column(wordless, "problem")).isEqualTo("UNWRITABLE");
        assertThat(state(after)).isEqualTo("DELIVERED");
    }

    @Test
    void lineBreaksInNamesSubjectsAndFactsStartNoHeader() throws Exception {
        var attack = "Eve\r\nBcc: victim@hospital.example\r\n\r\nHello";
        var eve = new Addressee(PersonId.next(), attack, "eve-" + UUID.randomUUID() + "@hospital.example");
        say(new Letter("test", List.of(eve), attack, Map.of("title", attack), attack, "/", null));
        assertThat(round(settings(server.getSmtp().getPort()))).isEqualTo(1);
        assertThat(server.getReceivedMessages()).hasSize(1);
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).contains("Eve Bcc: victim@hospital.example Hello");
    }

    @Test
    void anAddressWithALineBreakIsRefused() {
        for (var bad : List.of(
                "a@b.example\r\nBcc: victim@hospital.example",
                "a b@hospital.example",
                "nobody",
                "\"a\nb\"@c.example")) {
            var eve = new Addressee(PersonId.next(), "Eve", bad);
            say(letter(eve));
            round(settings(server.getSmtp().getPort()));
            assertThat(state(eve)).as(bad).isEqualTo("FAILED");
            assertThat(column(eve, "problem")).isEqualTo("ADDRESS");
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void twoWorkersSendEachMailOnce() throws Exception {
        var people = new ArrayList<Addressee>();
        for (int i = 0; i < 30; i++) people.add(somebody("Person " + i));
        people.forEach(person -> say(letter(person)));
        var start = new CountDownLatch(1);
        var settings = settings(server.getSmtp().getPort());
        Callable<Integer> worker = () -> {
            start.await();
            return round(settings);
        };
        try (var threads = Executors.newFixedThreadPool(3)) {
            var sent = List.of(threads.submit(worker), threads.submit(worker), threads.submit(worker));
            start.countDown();
            int all = 0;
            for (var one : sent) all += one.get();
            assertThat(all).isEqualTo(30);
        }
        var ids = new ArrayList<String>();
        for (var mail : server.getReceivedMessages()) ids.add(mail.getMessageID());
        assertThat(ids).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void aMailOfANodeThatDiedIsTakenOverWhenItsLeaseEnds() {
        var ana = somebody("Ana Example");
        say(letter(ana));
        var mine = AsSystem.call(outbox::claim).orElseThrow();
        assertThat(AsSystem.call(outbox::claim)).isEmpty();
        database.sql("update email set claimed_until = now() - interval '1 second' where id = ?")
                .param(mine.id().value())
                .update();
        var other = AsSystem.call(outbox::claim).orElseThrow();
        assertThat(other.id()).isEqualTo(mine.id());
        // The first one comes back to life: its word counts no more.
        AsSystem.run(() -> outbox.failed(mine, Problem.REFUSED, null));
        assertThat(state(ana)).isEqualTo("WAITING");
        AsSystem.run(() -> outbox.delivered(other));
        assertThat(state(ana)).isEqualTo("DELIVERED");
    }

    @Test
    void theLinkOfASignInMailIsMadeAtSendingAndStoredNowhere() throws Exception {
        var mail = "new-" + UUID.randomUUID() + "@" + staffDomain();
        var ticket = ticketFor(mail);
        var ana = new Addressee(PersonId.next(), "Ana Example", mail);
        say(new Letter("test", List.of(ana), null, Map.of(), null, "/sign-in/link", ticket));
        round(settings(server.getSmtp().getPort()));
        var text = part(server.getReceivedMessages()[0], 0, "text/plain");
        var token = text.lines()
                .filter(line -> line.contains("/sign-in/link/"))
                .findFirst()
                .orElseThrow()
                .replaceAll(".*/sign-in/link/", "");
        assertThat(token).hasSize(43);
        assertThat(text).contains("This link is for you alone");
        var stored = database.sql("select row_to_json(e)::text from email e where recipient_id = ?")
                .param(ana.id().value())
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain(token);
    }

    @Test
    void inTheLocalProfileMailsAreKeptAndReadWithTheirLinks() {
        var local = MailSettingsTests.readable();
        var kept = new Outbox(database, batch, texts, local, json, clock);
        var mail = "new-" + UUID.randomUUID() + "@" + staffDomain();
        var ana = new Addressee(PersonId.next(), "Ana Example", mail);
        var letter = new Letter("test", List.of(ana), null, Map.of(), "Words", "/sign-in/link", ticketFor(mail))
                .with(new CalendarPart("REQUEST", "BEGIN:VCALENDAR"));
        transaction.executeWithoutResult(status -> kept.write(new Said(List.of(letter))));
        assertThat(state(ana)).isEqualTo("CAUGHT");
        var id = MailId.of(id(ana));
        assertThat(mails(local).read(id).path()).matches("/sign-in/link/[\\w-]{43}");
        assertThat(mails(local).read(id).words()).containsExactly("Words");
        assertThat(mails(local).read(id).calendar()).isEqualTo(new CalendarPart("REQUEST", "BEGIN:VCALENDAR"));
        assertThat(mails(settings(25)).read(id)).isNull();
    }

    private Mails mails(MailSettings settings) {
        var composer = new Composer(texts, settings, organization, links, messages, PORTAL, clock);
        return new Mails(database, outbox, composer, settings, people, events, clock);
    }

    private UUID ticketFor(String mail) {
        var ticket = UUID.randomUUID();
        database.sql(
                        "insert into sign_in_link (id, purpose, person_id, name, mail, asked_at) values (?, 'ASKED', ?, 'Ana', ?, now())")
                .params(ticket, UUID.randomUUID(), mail)
                .update();
        return ticket;
    }

    private String staffDomain() {
        return organization.facts().mailDomains().stream().findFirst().orElse("hospital.example");
    }

    private void say(Letter letter) {
        transaction.executeWithoutResult(status -> events.publishEvent(new Said(List.of(letter))));
    }

    private int round(MailSettings settings) {
        return AsSystem.call(() -> postman(settings).round());
    }

    private Postman postman(MailSettings settings) {
        var composer = new Composer(texts, settings, organization, links, messages, PORTAL, clock);
        return new Postman(outbox, composer, new Smtp(settings), settings);
    }

    private static MailSettings settings(int port) {
        return MailSettingsTests.settings("127.0.0.1", port, 3);
    }

    private static Letter letter(Addressee... to) {
        return new Letter("test", List.of(to), "R-1042", Map.of("title", "A title"), null, "/requests/R-1042", null);
    }

    private static Addressee somebody(String name) {
        return new Addressee(PersonId.next(), name, "person-" + UUID.randomUUID() + "@hospital.example");
    }

    private long rows(Addressee person) {
        return database.sql("select count(*) from email where recipient_id = ?")
                .param(person.id().value())
                .query(Long.class)
                .single();
    }

    private String state(Addressee person) {
        return String.valueOf(column(person, "state"));
    }

    private @Nullable String column(Addressee person, String column) {
        return database.sql("select " + column + " from email where recipient_id = ?")
                .param(person.id().value())
                .query((row, number) -> java.util.Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private String id(Addressee person) {
        return String.valueOf(column(person, "id"));
    }

    private boolean due(Addressee person) {
        return "t".equals(column(person, "due_at <= now()"));
    }

    private void makeDue(Addressee person) {
        database.sql("update email set due_at = now() where recipient_id = ?")
                .param(person.id().value())
                .update();
    }

    private static String part(MimeMessage mail, int number, String type) throws Exception {
        BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(number);
        assertThat(part.getContentType()).startsWith(type);
        return (String) part.getContent();
    }
}
