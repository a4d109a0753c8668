package org.ambassadorportal.desk;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class TagsTests {

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
    TransactionTemplate transaction;

    DeskRoom room;
    PersonRow tomas;
    PersonRow priya;
    Reference reference;
    String word;

    @BeforeEach
    void aQuestion() {
        room = new DeskRoom(desk, team, transaction);
        tomas = people.staff("Tomás Sample");
        priya = people.comms("Priya Testcase");
        reference = room.question(tomas, "Moving our page", "About 900 people follow it.");
        word = "Musée " + reference.number();
    }

    private MockHttpServletResponse get(PersonRow who, String address, Object... values) {
        return browser.get().uri(address, values).with(as(who)).exchange().getResponse();
    }

    private MockHttpServletResponse post(String verb, String tag) {
        return browser.post()
                .uri("/desk/question/" + reference + verb)
                .with(as(priya))
                .with(csrf())
                .param("tag", tag)
                .exchange()
                .getResponse();
    }

    private static Document page(MockHttpServletResponse response) {
        return Jsoup.parse(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private List<String> onIt() {
        return room.row(reference, priya).tags();
    }

    @Test
    void aTagIsPutOnAndTakenOffAndBothStandInTheHistory() {
        assertThat(post("/tag", word + ",  two   words ").getStatus()).isEqualTo(303);
        assertThat(onIt()).containsExactly(word, "two words");
        var item = page(get(priya, "/desk/question/" + reference));
        assertThat(item.select(".tags-of .tag a").eachText()).containsExactly(word, "two words");
        assertThat(post("/untag", word).getStatus()).isEqualTo(303);
        assertThat(onIt()).containsExactly("two words");
        assertThat(page(get(priya, "/desk/question/" + reference))
                        .select(".thread .event")
                        .eachText())
                .anyMatch(line -> line.startsWith("Priya Testcase added the tag “" + word + "”"))
                .anyMatch(line -> line.startsWith("Priya Testcase took away the tag “" + word + "”"));
        assertThat(page(get(tomas, "/requests/" + reference)).text()).doesNotContain("two words");
    }

    @Test
    void howeverItIsTypedATagIsOne() {
        post("/tag", word);
        assertThat(post("/tag", "MUSEE " + reference.number()).getStatus()).isEqualTo(303);
        assertThat(onIt()).containsExactly(word);
        assertThat(room.thread(reference, priya))
                .filteredOn(line -> line.now() != null)
                .hasSize(1);
        var list = page(get(priya, "/desk?tag={tag}&kind=question&status=new", "musee " + reference.number()));
        assertThat(list.select(".queue-row .title").eachText()).containsExactly("Unread: Moving our page");
        assertThat(list.select(".queue-row .tag-in").text()).isEqualTo(word);
        assertThat(list.select(".chip-on").text()).contains("musee " + reference.number());
        assertThat(page(get(priya, "/desk?tag={tag}&kind=talk", word)).select(".queue-row"))
                .isEmpty();
    }

    @Test
    void whatIsNoTagIsSaidAtTheField() {
        assertThat(page(post("/tag", " ")).select("#tag-error").text()).contains("Type a tag first.");
        var tooLong = post("/tag", "x".repeat(41));
        assertThat(tooLong.getStatus()).isEqualTo(422);
        assertThat(page(tooLong).select("#tag-error").text()).contains("at most 40 letters");
        assertThat(page(tooLong).select("#tag").val()).hasSize(41);
        var many = IntStream.range(0, 21)
                .mapToObj(number -> "t" + number + reference)
                .collect(Collectors.joining(","));
        assertThat(page(post("/tag", many)).select("#tag-error").text()).contains("at most 20 tags");
        assertThat(onIt()).isEmpty();
    }

    @Test
    void aTagMakesNobodysAnswerStale() {
        var seen = room.row(reference, priya).version();
        post("/tag", word);
        room.reply(reference, priya, DeskRoom.writes("Gladly.", seen, null));
        assertThat(room.row(reference, priya).firstResponseAt()).isNotNull();
    }

    @Test
    void whatWasUsedLastIsOfferedFirstAndOnlyBehindTheLastComma() {
        post("/tag", word);
        assertThat(does(priya, () -> tags.suggest("one, musee " + reference.number())))
                .containsExactly("one, " + word);
        assertThat(does(priya, () -> tags.suggest("100%_\\"))).isEmpty();
        assertThat(page(get(priya, "/desk/tags?tag=mus"))
                        .select("option")
                        .first()
                        .val())
                .isEqualTo(word);
        assertThat(page(get(priya, "/desk")).select(".menu .tag a").first().text())
                .isEqualTo(word);
        assertThat(get(tomas, "/desk/tags?tag=mus").getStatus()).isEqualTo(403);
    }
}
