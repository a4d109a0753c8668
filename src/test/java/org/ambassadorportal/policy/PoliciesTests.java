package org.ambassadorportal.policy;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.demo.TestDatabase;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.StaleEdit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Policies on a real database and in their pages, on a policy of the test's own. */
@PortalTest
@RecordApplicationEvents
@Import(TestPeople.class)
class PoliciesTests {

    private static final LocalDate DAY = LocalDate.parse("2025-06-01");

    @Autowired
    Policies policies;

    @Autowired
    PolicyEditing editing;

    @Autowired
    PolicyTexts texts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    TestPeople people;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationEvents events;

    PersonRow admin;
    PersonRow reader;
    String key;

    @BeforeEach
    void aPolicy() {
        admin = people.admin();
        reader = people.staff();
        key = "policy-" + UUID.randomUUID().toString().substring(0, 8);
        transaction.executeWithoutResult(status -> texts.saveAndFlush(new Policy(key, Instant.EPOCH)));
        publish("The **first** words.");
    }

    @Test
    void theTwoSamplesAreThereWithTheHashOfTheirWords() {
        for (var sample : List.of("social-media-usage-procedure", "code-of-conduct")) {
            var text = database.sql(
                            "select v.text from policy_version v join policy p on p.id = v.policy_id where key = ? and number = 1")
                    .param(sample)
                    .query(String.class)
                    .single();
            assertThat(policies.page(sample, 1, null).shown().hash()).isEqualTo(new PolicyText(text).hash());
            assertThat(mvc.get().uri("/policies/{key}", sample))
                    .hasStatusOk()
                    .bodyText()
                    .contains("sample", "2025");
        }
    }

    @Test
    void anAcknowledgmentNamesTheExactVersionAndIsMadeOnce() {
        var open = open();
        does(reader, () -> policies.attest(reader.id(), open.id(), open.hash()));
        does(reader, () -> policies.attest(reader.id(), open.id(), open.hash()));
        assertThat(does(reader, () -> policies.attestationsOf(reader.id())))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.version()).isEqualTo(open.id());
                    assertThat(row.hash()).isEqualTo(open.hash());
                    assertThat(row.number()).isEqualTo(1);
                    assertThat(row.current()).isTrue();
                });
        assertThat(does(reader, () -> policies.openFor(reader.id())))
                .noneMatch(row -> row.key().equals(key));
        assertThat(events.stream(PolicyAcknowledged.class)).hasSize(1);
    }

    @Test
    void aNewVersionAsksEveryoneAgainAndOldAcknowledgmentsKeepTheirs() {
        var first = open();
        does(reader, () -> policies.attest(reader.id(), first.id(), first.hash()));
        publish("The second words.");
        assertThat(open().number()).isEqualTo(2);
        assertThat(does(reader, () -> policies.attestationsOf(reader.id())))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.version()).isEqualTo(first.id());
                    assertThat(row.current()).isFalse();
                });
        var told = events.stream(PolicyPublished.class)
                .filter(it -> it.number() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(told.letters())
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter.to()).extracting(it -> it.id()).containsExactly(reader.id()));
    }

    @Test
    void nobodyAcknowledgesAnOldTextOrOtherWords() {
        var first = open();
        publish("The second words.");
        assertThatThrownBy(() -> does(reader, () -> policies.attest(reader.id(), first.id(), first.hash())))
                .isInstanceOf(PolicyTextChanged.class);
        var second = open();
        assertThatThrownBy(() -> does(reader, () -> policies.attest(reader.id(), second.id(), first.hash())))
                .isInstanceOf(PolicyTextChanged.class);
    }

    @Test
    void theDatabaseItselfRefusesToChangeAPublishedText() throws Exception {
        try (var owner = DriverManager.getConnection(TestDatabase.url(), TestDatabase.owner(), TestDatabase.owner());
                var statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(
                            "update policy_version set text = 'x' where id = '" + open().id() + "'"))
                    .hasMessageContaining("cannot be changed");
            assertThatThrownBy(() ->
                            statement.executeUpdate("delete from policy_version where id = '" + open().id() + "'"))
                    .hasMessageContaining("cannot be deleted");
        }
    }

    @Test
    void aStaleEditIsToldAndSoIsTheSecondOfTwoWhoPublish() throws Exception {
        var seen = version();
        does(admin, () -> editing.write(key, seen, "Title", "Mine.", DAY));
        assertThatThrownBy(() -> does(admin, () -> editing.write(key, seen, "Title", "Theirs.", DAY)))
                .isInstanceOf(StaleEdit.class);
        var drafted = version();
        Callable<Object> publishing = () -> {
            try {
                return does(admin, () -> editing.publish(key, drafted, admin.id()));
            } catch (Conflict late) {
                return "late";
            }
        };
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(List.of(publishing, publishing)).stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception failed) {
                            return failed;
                        }
                    })
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(2, "late");
        }
    }

    @Test
    void everyoneReadsTheCurrentTextWithVersionDateHashAndEarlierVersions() {
        publish("The second words.");
        assertThat(mvc.get().uri("/policies/{key}", key))
                .hasStatusOk()
                .bodyText()
                .contains("The second words.", "Version 2", open().hash(), "?version=1")
                .doesNotContain("The <strong>first</strong> words.", "I have read it");
        assertThat(mvc.get().uri("/policies/{key}?version=1", key))
                .hasStatusOk()
                .bodyText()
                .contains("The <strong>first</strong> words.", "A newer version has taken its place");
    }

    @Test
    void nobodySeesADraftOrAPolicyThatIsNotThere() {
        does(admin, () -> editing.write(key, null, "Title", "Secret draft.", DAY));
        assertThat(mvc.get().uri("/policies/{key}?version=2", key)).hasStatus(404);
        assertThat(mvc.get().uri("/policies/{key}", key)).bodyText().doesNotContain("Secret draft.");
        assertThat(mvc.get().uri("/policies/no-such-policy")).hasStatus(404);
    }

    @Test
    void staffWhoHaveNotReadItAreAskedAndCanSaySo() {
        assertThat(mvc.get().uri("/policies/{key}", key).with(as(reader)))
                .hasStatusOk()
                .bodyText()
                .contains("I have read it and will follow it");
        var open = open();
        assertThat(mvc.post()
                        .uri("/policies/{key}/acknowledge", key)
                        .param("version", open.id().toString())
                        .param("hash", open.hash())
                        .with(as(reader))
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .hasStatus(303);
        assertThat(mvc.get().uri("/policies/{key}", key).with(as(reader)))
                .bodyText()
                .contains("You have read this version")
                .doesNotContain("I have read it and will follow it");
    }

    @Test
    void anAcknowledgmentOfAnOldTextIsAnsweredWithAConflict() {
        var first = open();
        publish("The second words.");
        assertThat(mvc.post()
                        .uri("/policies/{key}/acknowledge", key)
                        .param("version", first.id().toString())
                        .param("hash", first.hash())
                        .with(as(reader))
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .hasStatus(409)
                .bodyText()
                .contains("The text has changed since you opened it");
    }

    @Test
    void onlyAdminsWriteAndPublish() {
        assertThat(mvc.get().uri("/admin/policies").with(as(reader))).hasStatus(403);
        assertThat(mvc.get().uri("/admin/policies").with(as(people.comms()))).hasStatus(403);
        assertThatThrownBy(() -> does(reader, () -> editing.list())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> editing.list()).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    void anAdminWritesLooksAndPublishes() {
        assertThat(mvc.get().uri("/admin/policies").with(as(admin)))
                .hasStatusOk()
                .bodyText()
                .contains(key);
        assertThat(mvc.get().uri("/admin/policies/{key}", key).with(as(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("You write version 2");
        assertThat(write("Title two", "Words **two**.", "2025-06-02", version()))
                .hasStatus(303)
                .hasRedirectedUrl("/admin/policies/" + key + "/draft");
        assertThat(mvc.get().uri("/admin/policies/{key}/draft", key).with(as(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("Words <strong>two</strong>.", "Publish version 2");
        assertThat(mvc.post()
                        .uri("/admin/policies/{key}/publish", key)
                        .param("version", String.valueOf(version()))
                        .with(as(admin))
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .hasStatus(303);
        assertThat(mvc.get().uri("/policies/{key}", key)).bodyText().contains("Words <strong>two</strong>.");
    }

    @Test
    void whatIsMissingOrBrokenIsSaidAtItsFieldAndNothingTypedIsLost() {
        assertThat(write("", "A \u0007 text that stays", "2025-06-02", version()))
                .hasStatus(422)
                .bodyText()
                .contains("Give the policy a title", "invisible control character", "text that stays");
        assertThat(write("Title", "A text that stays", "the day after", version()))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a date", "A text that stays", "the day after");
    }

    @Test
    void aStaleEditShowsBothVersionsWithStatus409() {
        var seen = version();
        assertThat(write("Mine", "What the other saved.", "2025-06-02", seen)).hasStatus(303);
        assertThat(write("Mine", "What I typed.", "2025-06-02", seen))
                .hasStatus(409)
                .bodyText()
                .contains("What I typed.", "What the other saved.", "Somebody else saved this");
    }

    @Test
    void aLinkToTheOfficialTextIsAWebAddressOrNothing() {
        assertThat(link("javascript:alert(1)")).hasStatus(422).bodyText().contains("Give a whole web address");
        assertThat(link("https://policy.example.org/text")).hasStatus(303);
        assertThat(mvc.get().uri("/policies/{key}", key)).bodyText().contains("https://policy.example.org/text");
        assertThat(open().number()).isEqualTo(1);
        assertThat(link("")).hasStatus(303);
        assertThat(mvc.get().uri("/policies/{key}", key)).bodyText().doesNotContain("The official text");
    }

    @Test
    void anAdminSeesWhoHasAcknowledged() {
        var open = open();
        var named = people.staff("Nadia Acknowledger");
        does(named, () -> policies.attest(named.id(), open.id(), open.hash()));
        assertThat(mvc.get().uri("/admin/policies/{key}/acknowledged", key).with(as(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("Nadia Acknowledger", "One person has acknowledged version 1");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult write(
            String title, String text, String day, long version) {
        return mvc.post()
                .uri("/admin/policies/{key}", key)
                .param("title", title)
                .param("text", text)
                .param("effective", day)
                .param("version", String.valueOf(version))
                .with(as(admin))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult link(String url) {
        return mvc.post()
                .uri("/admin/policies/{key}/link", key)
                .param("officialUrl", url)
                .with(as(admin))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private long version() {
        return does(admin, () -> editing.page(key, DAY)).version();
    }

    private PolicyRow open() {
        return does(reader, () -> policies.openFor(reader.id())).stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void publish(String words) {
        does(admin, () -> editing.write(key, null, "A policy for tests", words, DAY));
        does(admin, () -> editing.publish(key, null, admin.id()));
    }
}
