package org.ambassadorportal.desk;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.Statements;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class ViewsTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestPeople people;

    @Autowired
    Desk desk;

    @Autowired
    TeamDesk team;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    PersonRow priya;
    PersonRow jo;
    String word;
    String list;

    @BeforeEach
    void aQuestionNobodyHas() {
        var room = new DeskRoom(desk, team, transaction);
        priya = people.comms("Priya Testcase");
        jo = people.comms("Jo Specimen");
        var reference = room.question(people.staff("Tomás Sample"), "About the museum", "words");
        word = reference.toString();
        list = "/desk?view=all&kind=question&who=nobody&q=" + word;
    }

    @AfterEach
    void takeTheSharedOnesAway() {
        database.sql("delete from desk_view").update();
    }

    private MockHttpServletResponse get(PersonRow who, String address) {
        return browser.get().uri(address).with(as(who)).exchange().getResponse();
    }

    private MockHttpServletResponse post(PersonRow who, String address, String... fields) {
        var request = browser.post().uri(address).with(as(who)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) request = request.param(fields[at], fields[at + 1]);
        return request.exchange().getResponse();
    }

    private static Document page(MockHttpServletResponse response) {
        assertThat(response.getStatus()).isIn(200, 422);
        return Jsoup.parse(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private void save(PersonRow who, String name, boolean shared) {
        assertThat(post(who, "/desk/views", "name", name, "list", list, "shared", String.valueOf(shared))
                        .getStatus())
                .isEqualTo(303);
    }

    /** The key of a view, as the page of all views says it. */
    private String key(PersonRow who, String name) {
        return page(get(who, "/desk/views")).select("tbody tr").stream()
                .filter(row -> row.select("th a").text().equals(name))
                .findFirst()
                .orElseThrow()
                .select("[name=view]")
                .first()
                .val();
    }

    private java.util.List<String> names(PersonRow who) {
        return page(get(who, "/desk/views")).select("tbody th a").eachText();
    }

    @Test
    void whatIsShownIsSavedUnderANameAndStandsAboveTheListWithItsCount() {
        var shown = page(get(priya, list));
        assertThat(shown.select("form[action=/desk/views] [name=list]").val()).isEqualTo(list);
        var saved = post(priya, "/desk/views", "name", "  Museum,  nobody’s ", "list", list);
        assertThat(saved.getRedirectedUrl()).isEqualTo(list);
        var again = page(get(priya, list));
        assertThat(again.select(".views [aria-current]").text()).isEqualTo("Museum, nobody’s 1");
        assertThat(again.select(".views [aria-current]").attr("href")).isEqualTo(list);
        assertThat(again.select("form[action=/desk/views]")).isEmpty();
        assertThat(page(get(priya, list + "&status=new"))
                        .select(".views [aria-current]")
                        .text())
                .startsWith("All");
        assertThat(page(get(jo, list)).select(".views").text()).doesNotContain("Museum");
        assertThat(page(get(priya, "/desk/views"))
                        .select("tbody tr:last-child .meta")
                        .text())
                .isEqualTo("All · Words: " + word + " · Kind: Question · Who has it: Nobody");
    }

    @Test
    void whatTheNameLacksIsSaidAndNothingIsLost() {
        var empty = post(priya, "/desk/views", "name", " ", "list", list, "shared", "true");
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(page(empty).select(".error-summary").text()).contains("Enter a name for the view.");
        assertThat(page(empty).select("[name=list]").val()).isEqualTo(list);
        assertThat(page(empty).select("[name=shared]").hasAttr("checked")).isTrue();
        save(priya, "Museum", false);
        var taken = post(priya, "/desk/views", "name", "Museum", "list", "/desk?view=mine");
        assertThat(taken.getStatus()).isEqualTo(422);
        assertThat(page(taken).select("[name=replace]")).hasSize(1);
        assertThat(post(priya, "/desk/views", "name", "Museum", "list", "/desk?view=mine", "replace", "true")
                        .getRedirectedUrl())
                .isEqualTo("/desk?view=mine");
        assertThat(names(priya)).filteredOn("Museum"::equals).hasSize(1);
    }

    @Test
    void aSharedViewIsEverybodysAndOnlyItsOwnerChangesIt() {
        save(priya, "Shared " + word, true);
        assertThat(page(get(jo, "/desk/views")).text()).contains("Shared " + word, "Shared by Priya Testcase");
        var address = "/desk/views/" + key(priya, "Shared " + word);
        assertThat(get(jo, address).getStatus()).isEqualTo(404);
        assertThat(post(jo, address, "name", "Mine now").getStatus()).isEqualTo(404);
        assertThat(post(jo, address + "/remove").getStatus()).isEqualTo(404);
        save(priya, "Another", false);
        assertThat(post(priya, address, "name", "Another").getStatus()).isEqualTo(422);
        assertThat(post(priya, address, "name", "Ours " + word, "shared", "true")
                        .getStatus())
                .isEqualTo(303);
        assertThat(names(jo)).contains("Ours " + word);
        assertThat(post(priya, address, "name", "Ours " + word).getStatus()).isEqualTo(303);
        assertThat(names(jo)).doesNotContain("Ours " + word);
        assertThat(post(priya, address + "/remove").getStatus()).isEqualTo(303);
        assertThat(names(priya)).doesNotContain("Ours " + word);
    }

    @Test
    void eachMovesTheViewsToAnOrderOfTheirOwn() {
        save(priya, "Shared " + word, true);
        var key = key(priya, "Shared " + word);
        var before = names(priya);
        int at = before.indexOf("Shared " + word);
        assertThat(post(priya, "/desk/views/move", "view", key, "to", "up").getStatus())
                .isEqualTo(303);
        assertThat(names(priya).indexOf("Shared " + word)).isEqualTo(at - 1);
        for (int step = 0; step < at + 3; step++) post(priya, "/desk/views/move", "view", key, "to", "up");
        assertThat(names(priya)).startsWith("Shared " + word, "Open");
        assertThat(page(get(priya, "/desk")).select(".views a").first().text()).startsWith("Shared " + word);
        assertThat(names(jo)).startsWith("Open", "Mine").contains("Shared " + word);
        post(priya, "/desk/views/move", "view", key, "to", "down");
        assertThat(names(priya)).startsWith("Open", "Shared " + word);
        assertThat(post(priya, "/desk/views/move", "view", "nothing", "to", "up")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void theDeskOpensWithTheViewOneStartsWith() {
        save(priya, "Museum", false);
        assertThat(post(priya, "/desk/views/start", "view", key(priya, "Museum"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(get(priya, "/desk").getRedirectedUrl()).isEqualTo(list);
        assertThat(get(priya, "/desk?view=open").getStatus()).isEqualTo(200);
        assertThat(get(jo, "/desk").getStatus()).isEqualTo(200);
        post(priya, "/desk/views/start", "view", "mine");
        assertThat(get(priya, "/desk").getRedirectedUrl()).isEqualTo("/desk?view=mine");
        post(priya, "/desk/views/start", "view", "open");
        assertThat(get(priya, "/desk").getStatus()).isEqualTo(200);
        post(priya, "/desk/views/start", "view", key(priya, "Museum"));
        post(priya, "/desk/views/" + key(priya, "Museum") + "/remove");
        assertThat(get(priya, "/desk").getStatus()).isEqualTo(200);
    }

    @Test
    void aSharedStartThatIsTakenBackIsTheFirstViewAgain() {
        save(priya, "Shared " + word, true);
        var key = key(priya, "Shared " + word);
        post(jo, "/desk/views/start", "view", key);
        assertThat(get(jo, "/desk").getRedirectedUrl()).isEqualTo(list);
        post(priya, "/desk/views/" + key, "name", "Mine alone");
        assertThat(get(jo, "/desk").getStatus()).isEqualTo(200);
        assertThat(page(get(jo, "/desk/views"))
                        .select("tr:has(.state-good) th a")
                        .text())
                .isEqualTo("Open");
    }

    @Test
    void tenViewsAreCountedWithOneStatement() {
        var none = Statements.of(() -> get(jo, "/desk?view=open"));
        for (int number = 0; number < 10; number++) {
            list = "/desk?view=all&due=week&unit=00000000-0000-7000-8000-000000000000&tag=t&q=words+" + number;
            save(priya, "View " + number, false);
        }
        assertThat(Statements.of(() -> get(priya, "/desk?view=open"))).hasSameSizeAs(none);
        assertThat(page(get(priya, "/desk")).select(".views .count")).hasSizeGreaterThanOrEqualTo(16);
    }
}
