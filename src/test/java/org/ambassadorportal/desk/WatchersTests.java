package org.ambassadorportal.desk;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.kernel.Conflict;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
@RecordApplicationEvents
class WatchersTests {

    @Autowired
    Watchers watchers;

    @Autowired
    Desk desk;

    @Autowired
    MyRequests mine;

    @Autowired
    TeamDesk team;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestPeople people;

    @Autowired
    ApplicationEvents events;

    @Autowired
    MockMvcTester browser;

    DeskRoom room;
    PersonRow tomas;
    PersonRow priya;
    PersonRow jo;
    Reference reference;

    @BeforeEach
    void aQuestion() {
        room = new DeskRoom(desk, team, transaction);
        tomas = people.staff("Tomás Sample");
        priya = people.comms("Priya Testcase");
        jo = people.comms("Jo Specimen");
        reference = room.question(tomas, "Which platform?", "For a museum.");
    }

    private List<String> told(String key) {
        return events.stream(Mailed.class)
                .flatMap(event -> event.letters().stream())
                .filter(letter -> letter.key().equals(key))
                .map(Letter::to)
                .flatMap(List::stream)
                .map(Addressee::mail)
                .toList();
    }

    @Test
    void whoWatchesIsToldWhenTheRequesterWritesAndNobodyTwice() {
        does(priya, () -> team.assign(reference, DeskRoom.signed(priya), "me", null));
        does(jo, () -> watchers.add(reference, jo.id(), "me"));
        does(priya, () -> watchers.add(reference, priya.id(), "me"));
        does(tomas, () -> mine.answer(reference, DeskRoom.signed(tomas), new AnswerForm("One more thing.", null)));
        assertThat(told("requester-answered")).containsExactlyInAnyOrder(priya.mail(), jo.mail());
    }

    @Test
    void whoWatchesIsToldThatItIsOverUnlessTheyDidIt() {
        does(jo, () -> watchers.add(reference, jo.id(), "me"));
        does(jo, () -> watchers.add(reference, jo.id(), priya.id().toString()));
        does(priya, () -> desk.settle(reference, "answered", priya.id()));
        assertThat(told("watched-ended")).containsExactly(jo.mail());
    }

    @Test
    void whoWatchesIsToldOfAWithdrawal() {
        does(jo, () -> watchers.add(reference, jo.id(), "me"));
        does(tomas, () -> mine.withdraw(reference, tomas.id()));
        assertThat(told("watched-ended")).containsExactly(jo.mail());
    }

    @Test
    void whoStoppedIsNotTold() {
        does(jo, () -> watchers.add(reference, jo.id(), "me"));
        does(priya, () -> watchers.remove(reference, priya.id(), jo.id().toString()));
        does(priya, () -> desk.settle(reference, "answered", priya.id()));
        assertThat(told("watched-ended")).isEmpty();
        assertThat(room.thread(reference, priya).stream().map(ThreadLine::words))
                .contains("desk.event.watches", "desk.event.unwatched");
    }

    @Test
    void onlyTheTeamCanWatch() {
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> does(
                        jo, () -> watchers.add(reference, jo.id(), tomas.id().toString())));
    }

    @Test
    void watchingAndHidingTheHistoryWorkFromThePage() {
        var place = "/desk/question/" + reference;
        assertThat(post(place + "/watch", "who", "me").getStatus()).isEqualTo(303);
        assertThat(post(place + "/watch", "who", jo.id().toString()).getStatus())
                .isEqualTo(303);
        var item = page(get(place));
        assertThat(item.select(".watchers li > span").eachText()).containsExactly("Jo Specimen", "Priya Testcase");
        assertThat(item.select(".thread .event")).hasSize(2);
        assertThat(item.text()).doesNotContain("??");

        assertThat(post(place + "/history", "on", "false").getStatus()).isEqualTo(303);
        item = page(get(place));
        assertThat(item.select(".thread .event")).isEmpty();
        assertThat(item.select(".history-switch").text()).isEqualTo("Show 2 lines of history");
        assertThat(item.select(".thread .said").text()).contains("For a museum.");
        assertThat(post(place + "/history", "on", "true").getStatus()).isEqualTo(303);
        assertThat(post(place + "/unwatch", "who", "me").getStatus()).isEqualTo(303);
        item = page(get(place));
        assertThat(item.select(".thread .event")).hasSize(3);
        assertThat(item.select(".watchers li > span").eachText()).containsExactly("Jo Specimen");
    }

    private MockHttpServletResponse get(String address) {
        return browser.get().uri(address).with(as(priya)).exchange().getResponse();
    }

    private MockHttpServletResponse post(String address, String... fields) {
        var request = browser.post().uri(address).with(as(priya)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) request = request.param(fields[at], fields[at + 1]);
        return request.exchange().getResponse();
    }

    private static Document page(MockHttpServletResponse response) {
        return Jsoup.parse(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
