package org.ambassadorportal.offering;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What admins do to what is on offer, in the pages they do it on. */
@PortalTest
class OfferingPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Offerings offerings;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient database;

    PersonRow admin;
    String name;

    @BeforeEach
    void somebody() {
        admin = people.admin();
        name = "Clinic " + UUID.randomUUID();
    }

    @AfterEach
    void takeAwayWhatWasAdded() {
        database.sql("delete from offering where name like 'Clinic %'").update();
    }

    @Test
    void addsAnOfferingWithAllItsTermsOnceHoweverOftenTheFormIsSent() {
        var host = people.comms();
        var fields = with(
                terms(),
                "once",
                UUID.randomUUID().toString(),
                "hosts",
                host.id().toString(),
                "place",
                "Room 12",
                "preparation",
                "Bring a story.",
                "perDay",
                "2",
                "perWeek",
                "5",
                "questions[0].label",
                "Which channel?",
                "questions[0].choices",
                "LinkedIn\r\nBluesky\r\n",
                "questions[0].required",
                "true",
                "questions[1].label",
                "Anything else?");
        var first = post("/admin/offerings", fields);
        assertThat(first).hasStatus(303);
        assertThat(post("/admin/offerings", fields))
                .as("sent twice it is one offering")
                .hasRedirectedUrl(first.getResponse().getRedirectedUrl());

        var found = all().stream().filter(each -> each.name().equals(name)).toList();
        assertThat(found).hasSize(1);
        var offered = found.getFirst();
        assertThat(offered.lengths()).containsExactly(45, 30);
        assertThat(offered.formats()).containsExactly(Format.VIDEO, Format.IN_PERSON);
        assertThat(offered.hosts()).containsExactly(host.id());
        assertThat(offered.rules()).isEqualTo(new BookingRules(24, 60, 5, 10, 15, 2, 5, 12));
        assertThat(offered.questions())
                .containsExactly(
                        new Question("Which channel?", "LinkedIn\nBluesky", true),
                        new Question("Anything else?", "", false));
        assertThat(offered.active()).isTrue();
        assertThat(page("/admin/offerings").text()).contains(name, "45, 30 minutes", host.name());
    }

    @Test
    void whatIsImpossibleIsSaidAtItsFieldAndNothingTypedIsLost() {
        var answer = post(
                "/admin/offerings",
                with(
                        terms(),
                        "name",
                        " ",
                        "lengths",
                        "30, 7",
                        "noticeHours",
                        "9000",
                        "horizonDays",
                        "0",
                        "minutesBefore",
                        "481",
                        "travelMinutes",
                        "soon",
                        "perDay",
                        "9",
                        "perWeek",
                        "5",
                        "hosts",
                        UUID.randomUUID().toString(),
                        "questions[0].choices",
                        "Only one"));
        assertThat(answer).hasStatus(422);
        var page = Jsoup.parse(text(answer));
        assertThat(page.select(".error-summary").text())
                .contains(
                        "Type the name.",
                        "“7” is no length we can offer.",
                        "Type a number of hours from 0 to 8,760",
                        "Type a number of days from 1 to 730.",
                        "Type a number of minutes from 0 to 480.",
                        "Enter a whole number",
                        "This is more than the 5 a week below.",
                        "Choose people of the team.",
                        "Type the question, or take the row away.",
                        "Give 2 to 20 answers");
        assertThat(page.selectFirst("#lengths").val()).isEqualTo("30, 7");
        assertThat(all()).noneMatch(each -> each.about().equals("About it."));
        assertThat(text(post("/admin/offerings", with(terms(), "noticeHours", "1500", "horizonDays", "30"))))
                .contains("With this notice nothing could ever be booked.");
    }

    @Test
    void changesEverythingButItsKindAndClosesIt() {
        post("/admin/offerings", terms());
        var id = id();
        var form = page("/admin/offerings/" + id);
        var version = form.selectFirst("[name=version]").val();
        var closed = without(with(terms(), "version", version, "kind", "TALK", "lengths", "20"), "active");

        assertThat(post("/admin/offerings/" + id, closed)).hasStatus(303);

        var offered = get(id);
        assertThat(offered.kind()).isEqualTo(OfferingKind.ONESELF);
        assertThat(offered.lengths()).containsExactly(20);
        assertThat(offered.active()).isFalse();
        assertThat(does(admin, () -> offerings.active()))
                .noneMatch(each -> each.id().equals(offered.id()));
    }

    @Test
    void aStaleEditShowsBothVersionsAndCanBeSavedKnowingly() {
        post("/admin/offerings", terms());
        var id = id();
        var seen = page("/admin/offerings/" + id).selectFirst("[name=version]").val();
        post("/admin/offerings/" + id, with(terms(), "version", seen, "lengths", "60"));

        var late = post("/admin/offerings/" + id, with(terms(), "version", seen, "lengths", "90"));
        assertThat(late).hasStatus(409);
        var page = Jsoup.parse(text(late));
        assertThat(page.select("table").text()).contains("Lengths 60 90");
        assertThat(page.selectFirst("#lengths").val()).isEqualTo("90");
        var now = page.selectFirst("[name=version]").val();
        assertThat(post("/admin/offerings/" + id, with(terms(), "version", now, "lengths", "90")))
                .hasStatus(303);
        assertThat(get(id).lengths()).containsExactly(90);
    }

    @Test
    void movesUpAndDownAndStaysAtTheEnds() {
        post("/admin/offerings", terms());
        var id = id();
        int last = place(id);
        post("/admin/offerings/" + id + "/down");
        assertThat(place(id)).isEqualTo(last);
        post("/admin/offerings/" + id + "/up");
        assertThat(place(id)).isEqualTo(last - 1);
        post("/admin/offerings/" + id + "/down");
        assertThat(place(id)).isEqualTo(last);
    }

    @Test
    void questionsAreAddedAndTakenAwayByButtonsAndNothingIsSaved() {
        var more = Jsoup.parse(text(post(
                "/admin/offerings/rows",
                with(terms(), "questions[0].label", "Why?", "questions[0].required", "true", "more", "question"))));
        assertThat(more.select("[name=questions[1].label]")).hasSize(1);
        assertThat(more.selectFirst("[name=questions[0].label]").val()).isEqualTo("Why?");
        assertThat(more.select("[name=questions[0].required][checked]")).hasSize(1);
        assertThat(more.selectFirst("#about").text()).isEqualTo("About it.");
        var less = Jsoup.parse(
                text(post("/admin/offerings/rows", with(terms(), "questions[0].label", "Why?", "less", "0"))));
        assertThat(less.select("[name^=questions]")).isEmpty();
        assertThat(all()).noneMatch(each -> each.name().equals(name));
    }

    @Test
    void everythingOnOfferIsReadInOneStatement() {
        assertThat(Statements.of(this::all)).hasSize(1);
    }

    private String[] terms() {
        return new String[] {
            "kind", "ONESELF", "name", name, "about", "About it.", "lengths", "45, 30", "formats", "IN_PERSON",
            "formats", "VIDEO", "noticeHours", "24", "horizonDays", "60", "changeHours", "12", "minutesBefore", "5",
            "minutesAfter", "10", "travelMinutes", "15", "active", "true"
        };
    }

    private static String[] with(String[] fields, String... more) {
        var all = new ArrayList<String>();
        for (int at = 0; at < fields.length; at += 2) {
            var field = fields[at];
            boolean replaced = false;
            for (int other = 0; other < more.length; other += 2) replaced |= more[other].equals(field);
            if (!replaced) all.addAll(List.of(field, fields[at + 1]));
        }
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String[] without(String[] fields, String field) {
        var all = new ArrayList<String>();
        for (int at = 0; at < fields.length; at += 2)
            if (!fields[at].equals(field)) all.addAll(List.of(fields[at], fields[at + 1]));
        return all.toArray(String[]::new);
    }

    private List<Offered> all() {
        return does(admin, () -> offerings.all());
    }

    private Offered get(String id) {
        return does(admin, () -> offerings.get(OfferingId.of(id)));
    }

    private String id() {
        return all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
    }

    private int place(String id) {
        return all().stream().map(each -> each.id().toString()).toList().indexOf(id);
    }

    private MvcTestResult post(String address, String... fields) {
        var request = mvc.post().uri(address).with(as(admin)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) request = request.param(fields[at], fields[at + 1]);
        return request.exchange();
    }

    private Document page(String address) {
        var answer = mvc.get().uri(address).with(as(admin)).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(text(answer));
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
