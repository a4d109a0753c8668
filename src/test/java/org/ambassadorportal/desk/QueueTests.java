package org.ambassadorportal.desk;

import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.TestClock;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.organization.UnitId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class QueueTests {

    @Autowired
    Queue queue;

    @Autowired
    Exports exports;

    @Autowired
    TeamDesk team;

    DeskRoom room;

    @Autowired
    Desk desk;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestPeople people;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    PersonRow priya;
    UnitId top;

    @BeforeEach
    void aUnitOfItsOwn() {
        room = new DeskRoom(desk, team, transaction);
        priya = people.comms("Priya Testcase");
        top = unit("Placeholder Medicine", null);
    }

    @AfterEach
    void letTheClockRun() {
        clock.run();
    }

    private UnitId unit(String name, @Nullable UnitId parent) {
        var id = UnitId.next();
        database.sql(
                        "insert into organization_unit (id, name, kind, parent_id, closed, version) values (?, ?, 'SECTION', ?, false, 0)")
                .params(id.value(), name + " " + id, parent == null ? null : parent.value())
                .update();
        return id;
    }

    private Reference item(String name, String kind, String title, String words, UnitId unit) {
        return room.item(people.staff(name), priya, kind, title, words, unit);
    }

    /** What the filter shows of this test's own unit. */
    private List<Reference> shown(String... address) {
        var all = new HashMap<>(Map.of("unit", top.toString()));
        for (int at = 0; at < address.length; at += 2) all.put(address[at], address[at + 1]);
        return references(page(all));
    }

    private QueuePage page(Map<String, String> address) {
        return does(priya, () -> queue.page(QueueFilter.of(address), priya.id()));
    }

    private static List<Reference> references(QueuePage page) {
        return page.groups().stream()
                .flatMap(group -> group.rows().stream())
                .map(QueueRow::reference)
                .toList();
    }

    @Test
    void whatIsDueNextStandsFirstAndWhatWaitsForTheRequesterLast() {
        clock.hold(Instant.parse("2026-10-01T12:00:00Z"));
        var paused = item("A", "question", "Paused", "words", top);
        clock.pass(Duration.ofDays(3));
        var older = item("B", "question", "Older", "words", top);
        clock.pass(Duration.ofDays(10));
        var newer = item("C", "question", "Newer", "words", top);
        does(priya, () -> desk.awaitRequester(paused, priya.id()));
        for (var item : List.of(paused, older, newer)) {
            does(priya, () -> team.assign(item, DeskRoom.signed(priya), "me", null));
        }
        assertThat(shown()).containsExactly(older, newer);
        assertThat(shown("view", "mine")).containsExactly(older, newer, paused);
        assertThat(shown("view", "pending")).containsExactly(paused);
        var page = page(Map.of("unit", top.toString(), "view", "mine"));
        assertThat(page.groups().stream().map(QueuePage.Group::heading)).containsExactly("late", "today", "pending");
    }

    @Test
    void viewsAndFiltersCombine() {
        var below = unit("Section", unit("Department", top));
        var question = item("Tomás Sample", "question", "Which platform?", "words", top);
        var talk = item("Noor Invented", "talk", "Faculty meeting", "words", below);
        does(priya, () -> team.assign(talk, DeskRoom.signed(priya), "me", null));
        assertThat(shown()).containsExactlyInAnyOrder(question, talk);
        assertThat(shown("kind", "talk")).containsExactly(talk);
        assertThat(shown("status", "new")).containsExactly(question);
        assertThat(shown("who", "me")).containsExactly(talk);
        assertThat(shown("who", "nobody")).containsExactly(question);
        assertThat(shown("who", priya.id().toString(), "kind", "question")).isEmpty();
        assertThat(shown("unit", below.toString())).containsExactly(talk);
        does(priya, () -> team.settle(question, priya.id(), "answered", null));
        assertThat(shown("view", "settled")).containsExactly(question);
        assertThat(shown("view", "all")).containsExactly(talk, question);
        var page = page(Map.of("unit", top.toString()));
        assertThat(page.total().counted()).isEqualTo(1);
        assertThat(page.unitName()).startsWith("Placeholder Medicine");
    }

    @Test
    void theSearchFindsReferenceTitleNameAndWords() {
        var reference = item("Zoë Ünreal", "question", "Moving our lab’s page", "About 900 followers.", top);
        item("Somebody Else", "question", "Nothing of that", "At all.", top);
        room.note(reference, priya, "Last certified 212 days ago.");
        for (var words : List.of(
                reference.toString(),
                reference.toString().toLowerCase(java.util.Locale.ROOT),
                String.valueOf(reference.number()),
                "moving LAB",
                "zoe unreal",
                "Ünr",
                "follower",
                "certify",
                "the page zoë follow",
                "lab")) {
            assertThat(shown("q", words)).as(words).containsExactly(reference);
        }
        for (var words : List.of("zeppelin", "moving zeppelin", "100%", "desk.event")) {
            assertThat(shown("q", words)).as(words).doesNotContain(reference);
        }
        for (var signs : List.of("'", "\\", "a:* & | ! (", "%_", "the")) shown("q", signs);
    }

    @Test
    void theSearchFollowsWhatIsSaidAndHowPeopleAreCalled() {
        var reference = item("Zoë Ünreal", "question", "A follow-up", "Facts.", top);
        assertThat(shown("q", "follow-up")).containsExactly(reference);
        assertThat(shown("q", "univers")).isEmpty();
        room.reply(reference, priya, "Universities do that, see https://example.org/how-to.");
        assertThat(shown("q", "univers")).containsExactly(reference);
        assertThat(shown("q", "example.org")).containsExactly(reference);
        var zoe = room.row(reference, priya).requester();
        database.sql("update person set name = 'Zoe Renamed' where id = ?")
                .param(zoe.value())
                .update();
        assertThat(shown("q", "renamed")).containsExactly(reference);
        assertThat(shown("q", "ünreal")).isEmpty();
        does(priya, () -> transaction.executeWithoutResult(status -> desk.retitle(reference, "Quite another title")));
        assertThat(shown("q", "another title")).containsExactly(reference);
    }

    @Test
    void aMailAddressFindsThatPersonsItems() {
        var reference = item("Zoë Ünreal", "question", "One", "Words.", top);
        item("Somebody Else", "question", "Two", "Words.", top);
        var mail = room.row(reference, priya).requesterMail();
        assertThat(shown("q", mail.toUpperCase(java.util.Locale.ROOT))).containsExactly(reference);
        assertThat(shown("q", "nobody@staff.test")).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutAGap() {
        var all = new ArrayList<Reference>();
        for (int number = 0; number < 45; number++) {
            all.add(item("A", "question", "Number " + number, "words", top));
        }
        var first = page(Map.of("unit", top.toString()));
        assertThat(first.shown()).isEqualTo(40);
        assertThat(first.total().counted()).isEqualTo(45);
        var second = page(Map.of("unit", top.toString(), "after", String.valueOf(first.next())));
        assertThat(second.next()).isNull();
        var seen = new ArrayList<>(references(first));
        seen.addAll(references(second));
        assertThat(seen).containsExactlyElementsOf(all);
        for (var view : List.of("all", "settled", "mine")) {
            assertThat(page(Map.of("view", view, "after", String.valueOf(first.next())))
                            .filter()
                            .view()
                            .key())
                    .isEqualTo(view);
        }
    }

    @Test
    void aMadeUpPositionIsTheBeginning() {
        var one = item("A", "question", "One", "words", top);
        for (var after : List.of(
                "x",
                "AAAA",
                "\u0000",
                org.ambassadorportal.kernel.Cursor.of("true", "x", "y").text())) {
            assertThat(shown("after", after)).containsExactly(one);
        }
    }

    @Test
    void theDownloadHasEveryRowOfTheFilter() {
        for (int number = 0; number < 42; number++) item("A", "question", "Number " + number, "words", top);
        var rows = new ArrayList<ItemRow>();
        does(priya, () -> exports.items(QueueFilter.of(Map.of("unit", top.toString())), priya.id(), rows::add));
        assertThat(rows).hasSize(42);
    }

    /** In a transaction that is rolled back, so that the other tests keep their small database. */
    @Test
    @Transactional
    void theSearchStaysQuickAmongTenThousand() {
        // In parts, because each has its own words worked out, and a statement may last some seconds only.
        for (int from = 1; from < 10_000; from += 1_000) aThousand(from);
        assertThat(shown("q", "subject4711")).containsExactly(new Reference(904711));
        assertThat(shown("q", "topic 4711")).contains(new Reference(904711));
        assertThat(shown("q", "R-909999")).containsExactly(new Reference(909999));
        assertThat(page(Map.of("q", "museum followers")).total().label()).isEqualTo("1,000+");
        for (var words : List.of("subject4711", "museum followers topic", "priya", "certify", "R-909999")) {
            var began = System.nanoTime();
            shown("q", words);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).as(words).isLessThan(Duration.ofSeconds(2));
        }
        assertThat(shown()).hasSize(40).startsWith(new Reference(910000));
    }

    private void aThousand(int from) {
        database.sql("""
                        insert into desk_item (id, reference, kind, title, status, requester_id, entered_by_id, unit_id,
                            received_at, touched_at, unread, priority, worked_seconds, waited_seconds,
                            next_due_at, reckoned_in, version)
                        select gen_random_uuid(), 900000 + n, 'question', 'A question of the museum about topic ' || n,
                            'NEW', :who, :who, :unit, now() - n * interval '1 minute', now(), true, 'NORMAL', 0, 0,
                            now() - n * interval '1 minute', 1000000, 0
                          from generate_series(:from::int, :from + 999) n""")
                .param("who", priya.id().value())
                .param("from", from)
                .param("unit", top.value())
                .update();
        database.sql("""
                        insert into desk_message (id, reference, voice, author_id, words, said_at)
                        select gen_random_uuid(), 900000 + n, 'REQUESTER', :who,
                            'We would like to know how colleagues write about subject' || n || ' and its followers', now()
                          from generate_series(:from::int, :from + 999) n""").param("who", priya.id().value()).param("from", from).update();
    }
}
