package org.ambassadorportal.notification;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.identity.OptionalMail;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class MailChoicesTests {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestPeople people;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Composer composer;

    record Said(List<Letter> letters) implements Mailed {}

    @Test
    void everythingIsOnUntilItIsSwitchedOffByOnePressAndOnAgainByAnother() {
        var ana = people.staff("Ana Example");
        assertThat(states(ana)).containsExactly("On", "On");

        assertThat(press(ana, OptionalMail.HOUR_BEFORE, false)).hasStatus(303);
        assertThat(states(ana)).containsExactly("On", "Off");
        assertThat(press(ana, OptionalMail.HOUR_BEFORE, false)).hasStatus(303);
        assertThat(press(ana, OptionalMail.HOUR_BEFORE, true)).hasStatus(303);

        assertThat(states(ana)).containsExactly("On", "On");
        assertThat(database.sql("select count(*) from audit_entry where subject = ? and verb = 'mail-switched'")
                        .param(ana.id().value())
                        .query(Long.class)
                        .single())
                .as("what changed nothing is not in the trail")
                .isEqualTo(2);
    }

    @Test
    void theButtonsSayWhatTheySwitch() {
        var page = page(people.staff("Ana Example"));
        assertThat(page.select("main form button").eachText())
                .containsExactly("Switch off: Reminder the day before", "Switch off: Reminder an hour before");
    }

    @Test
    void oneSwitchesForOneselfAlone() {
        var ana = people.staff("Ana Example");
        var bo = people.staff("Bo Example");
        press(ana, OptionalMail.DAY_BEFORE, false);
        assertThat(states(bo)).containsExactly("On", "On");
    }

    @Test
    void whatDoesNotExistCannotBeSwitched() {
        var answer = browser.post()
                .uri("/me/mail")
                .param("kind", "EVERYTHING")
                .param("on", "false")
                .with(as(people.staff("Ana Example")))
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus(400);
    }

    @Test
    void whatSomebodySwitchedOffIsNotWrittenForThemAlone() {
        var ana = people.staff("Ana Example");
        var bo = people.staff("Bo Example");
        press(ana, OptionalMail.DAY_BEFORE, false);

        say(letter(ana, bo).as(OptionalMail.DAY_BEFORE));
        assertThat(mails(ana)).isZero();
        assertThat(mails(bo)).isEqualTo(1);

        say(letter(ana).as(OptionalMail.HOUR_BEFORE));
        say(letter(ana));
        assertThat(mails(ana)).isEqualTo(2);
    }

    @Test
    void aMailThatCanBeSwitchedOffSaysWhere() {
        var ana = people.staff("Ana Example");
        say(letter(ana).as(OptionalMail.DAY_BEFORE));
        var id = new MailId(database.sql("select id from email where recipient_id = ?")
                .param(ana.id().value())
                .query(java.util.UUID.class)
                .single());
        var mail = AsSystem.call(() -> outbox.find(id).orElseThrow());
        var page = AsSystem.call(() -> composer.letter(mail));
        assertThat(composer.text(page))
                .contains("Reminder the day before: you can switch these mails off.", "/me/mail");
        assertThat(composer.html(page)).contains("/me/mail\"");
    }

    private Letter letter(PersonRow... to) {
        var all = java.util.Arrays.stream(to)
                .map(person -> new Addressee(person.id(), person.name(), person.mail()))
                .toList();
        return new Letter("test", all, null, Map.of(), null, "/requests", null);
    }

    private void say(Letter letter) {
        transaction.executeWithoutResult(status -> events.publishEvent(new Said(List.of(letter))));
        database.sql("update email set due_at = now() + interval '1 day' where state = 'WAITING'")
                .update();
    }

    private long mails(PersonRow person) {
        return database.sql("select count(*) from email where recipient_id = ?")
                .param(person.id().value())
                .query(Long.class)
                .single();
    }

    private MvcTestResult press(PersonRow who, OptionalMail kind, boolean on) {
        return browser.post()
                .uri("/me/mail")
                .param("kind", kind.name())
                .param("on", String.valueOf(on))
                .with(as(who))
                .with(csrf())
                .exchange();
    }

    private List<String> states(PersonRow who) {
        return page(who).select("main .state").eachText();
    }

    private Document page(PersonRow who) {
        var answer = browser.get().uri("/me/mail").with(as(who)).exchange();
        assertThat(answer).hasStatusOk();
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
