package org.ambassadorportal.desk;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The files of what the desk holds. */
@PortalTest
@Transactional
class ExportsTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestPeople people;

    @Autowired
    Desk desk;

    @Autowired
    TeamDesk team;

    @Autowired
    Exports exports;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    DeskRoom room;
    PersonRow tomas;
    PersonRow priya;

    @BeforeEach
    void aTeam() {
        room = new DeskRoom(desk, team, transaction);
        tomas = people.staff("Tomás Sample");
        priya = people.comms("Priya Testcase");
    }

    private void said(Reference reference, Voice voice, PersonRow by, String words) {
        TestPeople.does(by, () -> desk.say(reference, by.id(), voice, words));
    }

    private String file(String address) throws Exception {
        var response = browser.get().uri(address).with(as(priya)).exchange().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Content-Disposition")).startsWith("attachment");
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void repliesAndWorkNotesAreFilesOfTheirOwn() throws Exception {
        var reference = room.question(tomas, "A question", "canary-asked");
        said(reference, Voice.REPLY, priya, "=canary-reply");
        said(reference, Voice.NOTE, priya, "canary-note");
        entities.flush();
        var replies = file("/desk/replies.csv?view=all");
        assertThat(replies).contains("canary-asked", "'=canary-reply", ",Requester,", ",Our team,");
        assertThat(replies).doesNotContain("canary-note");
        var notes = file("/desk/notes.csv?view=all");
        assertThat(notes).contains("canary-note").doesNotContain("canary-asked").doesNotContain("canary-reply");
        assertThat(file("/desk/items.csv?view=all"))
                .contains(reference.toString())
                .doesNotContain("canary");
    }

    @Test
    void aFileHoldsEverythingHoweverMuchEachOnce() {
        for (int at = 0; at < 1010; at++) room.question(tomas, "Question " + at + " of zanzibar", "Words");
        entities.flush();
        database.sql("update desk_item set received_at = now() where requester_id = ?")
                .param(tomas.id().value())
                .update();
        for (var address : new String[] {"all", "open"}) {
            var found = new ArrayList<Reference>();
            var filter = QueueFilter.of(Map.of("view", address));
            TestPeople.does(
                    priya,
                    () -> exports.items(filter, priya.id(), item -> {
                        if (item.requester().equals(tomas.id())) found.add(item.reference());
                    }));
            assertThat(found).hasSize(1010);
            assertThat(new HashSet<>(found)).hasSize(1010);
        }
    }

    @Test
    void wordsAreLookedForInAll() {
        for (int at = 0; at < 510; at++) room.question(tomas, "Question " + at + " of zanzibar", "Words");
        entities.flush();
        var found = new ArrayList<Reference>();
        TestPeople.does(
                priya,
                () -> exports.items(
                        QueueFilter.of(Map.of("q", "zanzibar")), priya.id(), item -> found.add(item.reference())));
        assertThat(found).hasSize(510);
    }
}
