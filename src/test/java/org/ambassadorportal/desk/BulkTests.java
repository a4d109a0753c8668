package org.ambassadorportal.desk;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class BulkTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestPeople people;

    @Autowired
    Desk desk;

    @Autowired
    TeamDesk team;

    @Autowired
    Tags tags;

    @Autowired
    Bulks bulks;

    @Autowired
    BulkWork work;

    @Autowired
    CannedReplies canned;

    @Autowired
    Composing composing;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    DeskRoom room;
    PersonRow tomas;
    PersonRow priya;
    PersonRow jo;
    List<Reference> three;

    @BeforeEach
    void threeQuestions() {
        room = new DeskRoom(desk, team, transaction);
        tomas = people.staff("Tomás Sample");
        priya = people.comms("Priya Testcase");
        jo = people.comms("Jo Specimen");
        three = questions(3);
    }

    private List<Reference> questions(int many) {
        var asked = new ArrayList<Reference>();
        for (int number = 0; number < many; number++) asked.add(room.question(tomas, "Number " + number, "words"));
        return asked;
    }

    private MockHttpServletResponse get(PersonRow who, String address, Object... values) {
        return browser.get().uri(address, values).with(as(who)).exchange().getResponse();
    }

    private MockHttpServletResponse post(String address, List<Reference> chosen, String... fields) {
        var request = browser.post().uri(address).with(as(priya)).with(csrf());
        for (var reference : chosen) request = request.param("ref", reference.toString());
        for (int at = 0; at < fields.length; at += 2) request = request.param(fields[at], fields[at + 1]);
        return request.exchange().getResponse();
    }

    private static Document page(MockHttpServletResponse response) {
        var page = Jsoup.parse(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
        assertThat(page.text()).doesNotContain("??");
        return page;
    }

    private Document done(MockHttpServletResponse begun) {
        assertThat(begun.getStatus()).isEqualTo(303);
        return page(get(priya, String.valueOf(begun.getRedirectedUrl())));
    }

    private ItemRow row(Reference reference) {
        return room.row(reference, priya);
    }

    private long letters(String key) {
        return database.sql("select count(*) from email where letter = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    @Test
    void whatIsChosenIsConfirmedWithItsNumberAndDone() {
        var list = page(get(priya, "/desk?q=" + three.getFirst()));
        assertThat(list.select(".queue-row .pick input").val())
                .isEqualTo(three.getFirst().toString());
        var address = "/desk/bulk?act=assign&list=/desk?view=mine&ref=" + three.get(0) + "&ref=" + three.get(1)
                + "&ref=" + three.get(2);
        var asked = page(get(priya, address));
        assertThat(asked.select("h1").text()).isEqualTo("Give 3 items to somebody");
        assertThat(asked.select("main form .btn-primary").text()).isEqualTo("Give all 3");
        assertThat(asked.select("[name=seen]").val()).isEqualTo("3");
        assertThat(asked.select(".bulk-list li")).hasSize(3);
        var report = done(post(
                "/desk/bulk", three, "act", "assign", "seen", "3", "to", jo.id().toString()));
        assertThat(report.text()).contains("3 are done.", "To: Jo Specimen", "Begun by Priya Testcase");
        assertThat(report.select("[hx-get]")).isEmpty();
        for (var reference : three) {
            assertThat(row(reference).assignee()).isEqualTo(jo.id());
            assertThat(room.thread(reference, priya))
                    .anyMatch(line -> line.words().equals("desk.event.assigned"));
        }
    }

    @Test
    void whatCannotBeDoneIsLeftOutAndSaysWhy() {
        does(jo, () -> team.settle(three.get(1), jo.id(), "answered", null));
        does(jo, () -> team.assign(three.get(2), DeskRoom.signed(jo), "me", null));
        var report = done(post(
                "/desk/bulk", three, "act", "assign", "seen", "3", "to", jo.id().toString()));
        assertThat(report.text()).contains("One is done. One was left as it is.", "One was so already.");
        assertThat(report.select("tbody tr").eachText()).containsExactly(three.get(1) + " Number 1 It is settled.");
    }

    @Test
    void aKindThatIsDecidedElsewhereIsNotSettledHere() {
        var talk = room.item(tomas, tomas, "talk", "A talk", "words", null);
        var report = done(post(
                "/desk/bulk", List.of(three.getFirst(), talk), "act", "settle", "seen", "2", "outcome", "answered"));
        assertThat(report.select("tbody tr").eachText())
                .containsExactly(talk + " A talk Its kind is decided on the item’s own page.");
        assertThat(row(three.getFirst()).outcome()).isEqualTo("answered");
        assertThat(row(talk).status()).isEqualTo(Status.NEW);
        var again = done(
                post("/desk/bulk", List.of(three.getFirst()), "act", "settle", "seen", "1", "outcome", "answered"));
        assertThat(again.select("tbody tr td").text()).isEqualTo("It is settled.");
    }

    @Test
    void tagsPriorityAndStatusAreSetForAll() {
        done(post("/desk/bulk", three, "act", "tag", "seen", "3", "tag", "one, two"));
        assertThat(row(three.get(2)).tags()).containsExactly("one", "two");
        done(post("/desk/bulk", three, "act", "untag", "seen", "3", "tag", "one"));
        assertThat(row(three.get(2)).tags()).containsExactly("two");
        done(post("/desk/bulk", three, "act", "priority", "seen", "3", "priority", "high"));
        assertThat(row(three.get(1)).priority()).isEqualTo(Priority.HIGH);
        done(post("/desk/bulk", three, "act", "status", "seen", "3", "stand", "REQUESTER"));
        assertThat(row(three.get(0)).status()).isEqualTo(Status.PENDING);
        assertThat(done(post("/desk/bulk", three, "act", "status", "seen", "3", "stand", "REQUESTER"))
                        .text())
                .contains("None was done. 3 were so already.");
        for (var act : BulkAct.values()) {
            assertThat(page(get(priya, "/desk/bulk?act=" + act.key() + "&ref=" + three.getFirst()))
                            .select("main form .btn-primary"))
                    .hasSize(1);
        }
    }

    @Test
    void theWholeListIsMeantAndItsNumberMustStillBeTrue() {
        var word = "w" + three.getFirst().number();
        for (var reference : three) does(priya, () -> tags.add(reference, priya.id(), List.of(word)));
        var list = "/desk?view=all&tag=" + word;
        var asked = page(get(priya, "/desk/bulk?act=priority&all=true&list={list}", list));
        assertThat(asked.select("h1").text()).isEqualTo("Set the priority of 3 items");
        assertThat(asked.select(".lede").text()).isEqualTo("These are all of the list: All · Tag: " + word);
        var fourth = room.question(tomas, "One more", "words");
        does(priya, () -> tags.add(fourth, priya.id(), List.of(word)));
        var changed = post(
                "/desk/bulk",
                List.of(),
                "act",
                "priority",
                "all",
                "true",
                "list",
                list,
                "seen",
                "3",
                "priority",
                "high");
        assertThat(changed.getStatus()).isEqualTo(409);
        assertThat(page(changed).select(".error-summary").text()).contains("It is 4 items by now.");
        assertThat(page(changed).select("[name=seen]").val()).isEqualTo("4");
        assertThat(page(changed).select("[name=priority][checked]").val()).isEqualTo("high");
        var report = done(post(
                "/desk/bulk",
                List.of(),
                "act",
                "priority",
                "all",
                "true",
                "list",
                list,
                "seen",
                "4",
                "priority",
                "high"));
        assertThat(report.text()).contains("4 are done.");
        assertThat(report.select(".crumb a").attr("href")).isEqualTo(list);
        assertThat(row(fourth).priority()).isEqualTo(Priority.HIGH);
    }

    @Test
    void whatTheFormLacksIsSaidAtItsField() {
        for (var act : List.of("assign", "tag", "untag", "status", "priority", "settle", "reply")) {
            var answer = post("/desk/bulk", three, "act", act, "seen", "3");
            assertThat(answer.getStatus()).as(act).isEqualTo(422);
            assertThat(page(answer).select(".error-summary a")).as(act).hasSize(1);
            assertThat(page(answer).select("[name=ref]")).hasSize(3);
        }
        assertThat(page(post("/desk/bulk", three, "act", "status", "seen", "3", "stand", "DATE"))
                        .select("#wakeDay-error")
                        .text())
                .contains("Enter the day.");
        assertThat(page(post("/desk/bulk", three, "act", "tag", "seen", "3", "tag", "x".repeat(41)))
                        .select("#tag-error")
                        .text())
                .contains("at most 40 letters");
        assertThat(get(priya, "/desk/bulk?act=assign&list=/desk?view=mine").getRedirectedUrl())
                .isEqualTo("/desk?view=mine");
        assertThat(post("/desk/bulk", three, "act", "nonsense").getStatus()).isEqualTo(404);
        assertThat(get(tomas, "/desk/bulk?act=assign&ref=" + three.getFirst()).getStatus())
                .isEqualTo(403);
    }

    @Test
    void theSameFormSentTwiceIsOneThing() {
        var first = post("/desk/bulk", three, "act", "tag", "seen", "3", "tag", "a", "once", "b" + three.getFirst());
        var again = post("/desk/bulk", three, "act", "tag", "seen", "3", "tag", "a", "once", "b" + three.getFirst());
        assertThat(again.getRedirectedUrl()).isEqualTo(first.getRedirectedUrl());
    }

    @Test
    void whoeverGetsSeveralIsToldOnce() {
        long one = letters("item-assigned");
        long several = letters("items-given");
        done(post(
                "/desk/bulk", three, "act", "assign", "seen", "3", "to", jo.id().toString()));
        assertThat(letters("item-assigned")).isEqualTo(one);
        assertThat(letters("items-given")).isEqualTo(several + 1);
    }

    private BulkId begun(List<Reference> chosen) {
        var form = new BulkForm(
                "priority",
                chosen.stream().map(Reference::toString).toList(),
                null,
                null,
                chosen.size(),
                null,
                null,
                "high",
                null,
                null,
                null,
                null,
                null,
                null);
        return does(priya, () -> bulks.begin(form, DeskRoom.signed(priya)));
    }

    @Test
    void itGoesOnByItselfWhereItWasLeft() {
        var id = begun(three);
        var waits = page(get(priya, "/desk/bulk/" + id));
        assertThat(waits.text()).contains("0 of 3 so far");
        assertThat(waits.select("[hx-get]").attr("hx-get")).isEqualTo("/desk/bulk/" + id);
        work.go(id, Duration.ZERO);
        AsSystem.run(() -> work.go(Duration.ofSeconds(10)));
        assertThat(page(get(priya, "/desk/bulk/" + id)).text()).contains("3 are done.");
        assertThat(database.sql("select count(*) from audit_entry where verb = 'item-prioritized' and actor = ?")
                        .param(priya.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void severalWhoWorkAtOnceDoEachItemOnce() throws Exception {
        var many = questions(24);
        var id = begun(many);
        try (var workers = Executors.newFixedThreadPool(4)) {
            for (int worker = 0; worker < 4; worker++) workers.submit(() -> work.go(id, Duration.ofSeconds(20)));
        }
        work.go(id, Duration.ofSeconds(5));
        assertThat(page(get(priya, "/desk/bulk/" + id)).text()).contains("24 are done.");
        for (var reference : many) {
            assertThat(room.thread(reference, priya))
                    .filteredOn(line -> line.words().equals("desk.event.priority"))
                    .hasSize(1);
        }
    }

    @Test
    void aCannedReplyIsFilledInForEachAndGoesOutLater() {
        does(
                priya,
                () -> canned.add(
                        priya.id(),
                        new CannedForm(
                                "Soon " + three.getFirst(),
                                "Dear {first name}, on {reference}: soon.",
                                true,
                                null,
                                null)));
        does(
                priya,
                () -> canned.add(
                        priya.id(), new CannedForm("Odd " + three.getFirst(), "At {booking time}.", true, null, null)));
        var soon = chosen("Soon " + three.getFirst());
        does(priya, () -> composing.keep(three.get(1), priya.id(), DeskRoom.writes("My own words", null, null)));
        var report = done(post("/desk/bulk", three, "act", "reply", "seen", "3", "canned", soon));
        assertThat(report.text()).contains("2 are done. One was left as it is.");
        assertThat(report.select("tbody tr").text()).contains("You have begun words or files of your own there.");
        assertThat(room.thread(three.get(2), priya))
                .anyMatch(line -> line.words().contains("on " + three.get(2) + ": soon."));
        assertThat(does(priya, () -> composing.find(three.get(1), priya.id()))).isPresent();
        assertThat(page(get(tomas, "/requests/" + three.get(2))).text()).doesNotContain("soon.");
        var odd = done(post(
                "/desk/bulk",
                three.subList(2, 3),
                "act",
                "reply",
                "seen",
                "1",
                "canned",
                chosen("Odd " + three.getFirst())));
        assertThat(odd.select("tbody tr").text()).contains("Something is not known of it: {booking time}");
    }

    private String chosen(String title) {
        return does(priya, () -> canned.of(priya.id())).stream()
                .filter(one -> one.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
    }

    @Test
    void itCanBeStopped() {
        var id = begun(three);
        assertThat(post("/desk/bulk/" + id + "/stop", List.of()).getStatus()).isEqualTo(303);
        work.go(id, Duration.ofSeconds(5));
        assertThat(page(get(priya, "/desk/bulk/" + id)).text())
                .contains("None was done. 3 were left as they are.", "It was stopped before.");
        assertThat(row(three.getFirst()).priority()).isEqualTo(Priority.NORMAL);
    }

    @Test
    void whoeverMayNotAnyMoreDoesNothingAnyMore() {
        var id = begun(three);
        database.sql("update person set role = 'STAFF' where id = ?")
                .param(priya.id().value())
                .update();
        work.go(id, Duration.ofSeconds(5));
        assertThat(page(get(jo, "/desk/bulk/" + id)).text())
                .contains("Whoever began this may not do it any more.", "3 were left as they are.");
        var other = begunBy(jo);
        database.sql("update person set disabled = true where id = ?")
                .param(jo.id().value())
                .update();
        work.go(other, Duration.ofSeconds(5));
        assertThat(row(three.getFirst(), people.comms()).priority()).isEqualTo(Priority.NORMAL);
    }

    private ItemRow row(Reference reference, PersonRow reader) {
        return room.row(reference, reader);
    }

    private BulkId begunBy(PersonRow who) {
        priya = who;
        return begun(three);
    }
}
