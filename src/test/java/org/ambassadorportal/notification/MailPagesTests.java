package org.ambassadorportal.notification;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.Statements;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.CalendarPart;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.TestPeople;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class MailPagesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TestPeople people;

    @Autowired
    MeterRegistry figures;

    record Said(List<Letter> letters) implements Mailed {}

    @Test
    void findsMailsByReferenceAndByPartsOfNameAndAddress() {
        var reference = "R-" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000_000L);
        var zoe = mail("Zoë 100%_Ünreal", reference);
        assertThat(subjects("?q=" + reference.toLowerCase(java.util.Locale.ROOT)))
                .hasSize(1);
        assertThat(subjects("?q=" + zoe.mail())).hasSize(1);
        assertThat(subjects("?q=100%25_Ünreal " + zoe.mail())).hasSize(1);
        assertThat(subjects("?q=100%25%25Ünreal " + zoe.mail())).isEmpty();
        assertThat(subjects("?q=" + zoe.mail() + "&state=waiting")).hasSize(1);
        assertThat(subjects("?q=" + zoe.mail() + "&state=failed")).isEmpty();
        assertThat(subjects("?q=" + zoe.mail() + "&state=nonsense")).hasSize(1);
        assertThat(subjects("?after=nonsense&state=%27")).isNotEmpty();
    }

    @Test
    void pagesThroughManyInOrder() {
        var name = "Pat " + UUID.randomUUID();
        for (int i = 0; i < 60; i++) mail(name, "R-" + i);
        var first = page("?q=" + name);
        assertThat(first.select("tbody tr")).hasSize(50);
        var next = first.select("a[rel=next]").attr("href");
        assertThat(page(next.substring(next.indexOf('?'))).select("tbody tr")).hasSize(10);
    }

    @Test
    void theWordsOfAMailAreNotShownOutsideTheLocalProfile() {
        var ana = mail("Ana Example", "R-5");
        var page = Jsoup.parse(body("/admin/mail/" + id(ana)));
        assertThat(page.select("main").text())
                .contains(ana.mail(), "What mails say is not shown here.")
                .doesNotContain("Secret words");
    }

    @Test
    void aMailWithSomethingForTheCalendarSaysSoAndKeepsItToItself() {
        var ana = new Addressee(PersonId.next(), "Ana Example", "ana-" + UUID.randomUUID() + "@hospital.example");
        var letter = new Letter("test", List.of(ana), "R-5", Map.of("title", "A title"), null, "/requests", null)
                .with(new CalendarPart("REQUEST", "BEGIN:VCALENDAR"));
        transaction.executeWithoutResult(status -> events.publishEvent(new Said(List.of(letter))));
        database.sql("update email set due_at = now() + interval '1 day' where recipient_id = ?")
                .param(ana.id().value())
                .update();
        assertThat(page("/" + id(ana)).select("main").text()).contains("A calendar file is attached.");
        var file = browser.get()
                .uri("/admin/mail/" + id(ana) + "/invite.ics")
                .with(as(people.admin()))
                .exchange();
        assertThat(file).hasStatus(404);
    }

    @Test
    void aFailedMailIsSentAgainAndAWaitingOneIsNot() {
        var ana = mail("Ana Example", "R-5");
        assertThat(again(id(ana))).hasStatus(409);
        database.sql("""
                        update email set state = 'FAILED', settled_at = now(), attempts = 48, problem = 'REFUSED',
                               answer = '550 no' where recipient_id = ?
                        """).param(ana.id().value()).update();
        assertThat(Jsoup.parse(body("/admin/mail/" + id(ana))).select("main").text())
                .contains("The mail server refused it for good.", "550 no");
        assertThat(again(id(ana))).hasStatus(303);
        assertThat(database.sql("select state || attempts from email where recipient_id = ?")
                        .param(ana.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("WAITING0");
        assertThat(database.sql("select count(*) from audit_entry where subject = ? and verb = 'mail-queued-again'")
                        .param(UUID.fromString(id(ana)))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anAdminCanSendThemselvesATestMail() {
        var admin = people.admin();
        assertThat(browser.post().uri("/admin/mail/test").with(as(admin)).with(csrf()))
                .hasStatus(303);
        assertThat(database.sql("select recipient_mail from email where recipient_id = ?")
                        .param(admin.id().value())
                        .query(String.class)
                        .list())
                .containsExactly(admin.mail());
    }

    @Test
    void theAlarmRingsWhenTheOldestHasWaitedForTooLong() {
        var ana = mail("Ana Example", "R-5");
        database.sql("update email set queued_at = now() - interval '16 minutes' where recipient_id = ?")
                .param(ana.id().value())
                .update();
        assertThat(figures.get("portal.mail.oldest.waiting").gauge().value()).isGreaterThanOrEqualTo(16 * 60);
        assertThat(page("").select(".state-bad").first().text()).contains("The oldest mail has been waiting for");
    }

    @Test
    void aPageCostsFewStatementsHoweverManyMailsThereAre() {
        var ana = mail("Ana Example", "R-5");
        var id = id(ana);
        var few = Statements.of(() -> page("?q=" + ana.mail()));
        for (int i = 0; i < 30; i++) mail("Ana Example", "R-5");
        // Besides those of the page itself, the shell has two at most, and a test signs a new person in by one more.
        assertThat(Statements.of(() -> page("")))
                .hasSizeLessThanOrEqualTo(2 + 3)
                .hasSameSizeAs(few);
        assertThat(Statements.of(() -> body("/admin/mail/" + id))).hasSizeLessThanOrEqualTo(1 + 3);
    }

    private Addressee mail(String name, String reference) {
        var person = new Addressee(PersonId.next(), name, "person-" + UUID.randomUUID() + "@hospital.example");
        var letter = new Letter(
                "test", List.of(person), reference, Map.of("title", "A title"), "Secret words", "/requests", null);
        transaction.executeWithoutResult(status -> events.publishEvent(new Said(List.of(letter))));
        database.sql("update email set due_at = now() + interval '1 day' where recipient_id = ?")
                .param(person.id().value())
                .update();
        return person;
    }

    private String id(Addressee person) {
        return database.sql("select id::text from email where recipient_id = ?")
                .param(person.id().value())
                .query(String.class)
                .single();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult again(String id) {
        return browser.post()
                .uri("/admin/mail/" + id + "/again")
                .with(as(people.admin()))
                .with(csrf())
                .exchange();
    }

    private List<String> subjects(String query) {
        return page(query).select("tbody th").eachText();
    }

    private Document page(String query) {
        return Jsoup.parse(body("/admin/mail" + query));
    }

    private String body(String address) {
        var answer = browser.get()
                .uri(java.net.URI.create(address.replace(" ", "%20")))
                .with(as(people.admin()))
                .exchange();
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
