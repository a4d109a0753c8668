package org.ambassadorportal.audit;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.Statements;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.kernel.Happened;
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
class AuditPageTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient database;

    record LampLit(UUID subject, String reference, Instant at, List<String> fields) implements Happened {}

    record FormulaMade(UUID subject, Instant at) implements Happened {}

    @Test
    void saysWhoDidWhatToWhomAndFindsIt() {
        var ana = people.staff("Ana Lamplighter");
        var bo = people.staff("Bo Lamplit");
        happens(ana, new LampLit(bo.id().value(), "R-777001", Instant.parse("2031-03-02T03:30:00Z"), List.of("wick")));
        happens(bo, new LampLit(ana.id().value(), "R-777002", Instant.parse("2031-03-02T05:30:00Z"), List.of()));
        var both = page("?verb=lamp-lit&from=2031-03-01&to=2031-03-02");
        assertThat(both.select("tbody tr")).hasSize(2);
        assertThat(both.select("tbody tr").last().text()).contains("lamp lit", "changed: wick", "Ana Lamplighter");
        // Half past ten at night in Detroit is still the first of March.
        assertThat(rows("?verb=lamp-lit&from=2031-03-01&to=2031-03-01"))
                .singleElement()
                .asString()
                .contains("R-777001");
        assertThat(rows("?who=" + ana.mail() + "&verb=lamp-lit"))
                .singleElement()
                .asString()
                .contains("R-777001");
        assertThat(rows("?who=" + ana.id())).isNotEmpty();
        assertThat(rows("?about=r777002")).singleElement().asString().contains("Bo Lamplit");
        assertThat(rows("?about=" + bo.mail() + "&verb=lamp-lit"))
                .singleElement()
                .asString()
                .contains("R-777001");
    }

    @Test
    void aFilterThatNamesNobodySaysSoBesideItsField() {
        var answer = get("/admin/audit?who=nobody@staff.test&about=nothing&from=2031-03-01");
        assertThat(answer).hasStatus(422);
        var page = Jsoup.parse(text(answer));
        assertThat(page.select("#who").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#who").attr("value")).isEqualTo("nobody@staff.test");
        assertThat(page.select("#from").attr("value")).isEqualTo("2031-03-01");
        assertThat(get("/admin/audit?who=%C2%85")).hasStatus(422);
        assertThat(get("/admin/audit?from=never")).hasStatus(422);
        assertThat(get("/admin/audit?after=nonsense")).hasStatusOk();
    }

    @Test
    void aLastDayBeforeTheFirstIsRefusedBesideItsField() {
        var answer = get("/admin/audit?from=2031-03-02&to=2031-03-01");
        assertThat(answer).hasStatus(422);
        var page = Jsoup.parse(text(answer));
        assertThat(page.select("#to-error").text()).contains("The last day is before the first.");
        assertThat(page.select("#from").attr("value")).isEqualTo("2031-03-02");
        assertThat(get("/admin/audit.csv?from=2031-03-02&to=2031-03-01")).hasStatus(422);
        assertThat(get("/admin/audit?from=2031-03-02&to=2031-03-02")).hasStatusOk();
    }

    /** The trail keeps ids alone; names are those of the rooms, looked up when it is read. */
    @Test
    void thingsAreShownByTheNamesTheyHaveToday() {
        var ana = people.staff();
        var unit = UUID.randomUUID();
        happens(ana, new FormulaMade(unit, Instant.EPOCH));
        assertThat(rows("?about=" + unit))
                .singleElement()
                .asString()
                .contains(unit.toString().substring(24));
        database.sql("insert into organization_unit (id, name, kind, version) values (?, 'Lamp Laboratory', 'LAB', 0)")
                .param(unit)
                .update();
        assertThat(rows("?about=" + unit)).singleElement().asString().contains("Lamp Laboratory");
        assertThat(text(get("/admin/audit.csv?about=" + unit))).contains("Lamp Laboratory");
        var policy = database.sql("select policy_id from policy_version where state = 'CURRENT' limit 1")
                .query(UUID.class)
                .single();
        var title = database.sql("select title from policy_version where state = 'CURRENT' and policy_id = ?")
                .param(policy)
                .query(String.class)
                .single();
        happens(ana, new FormulaMade(policy, Instant.EPOCH));
        assertThat(rows("?verb=formula-made&about=" + policy))
                .first()
                .asString()
                .contains(title);
    }

    @Test
    void pagesThroughManyInOrder() {
        var subject = UUID.randomUUID();
        var ana = people.staff();
        for (int i = 0; i < 60; i++) happens(ana, new FormulaMade(subject, Instant.EPOCH));
        var first = page("?about=" + subject);
        assertThat(first.select("tbody tr")).hasSize(50);
        var next = first.select("a[rel=next]").attr("href");
        assertThat(page(next.substring(next.indexOf('?'))).select("tbody tr")).hasSize(10);
    }

    @Test
    void theDownloadHasTheFilteredRowsAndNoFormulas() {
        var mallory = people.staff("=HYPERLINK(\"http://evil.test\")");
        happens(mallory, new FormulaMade(UUID.randomUUID(), Instant.EPOCH));
        var csv = text(get("/admin/audit.csv?who=" + mallory.mail()));
        assertThat(csv).contains("formula-made", "\"'=HYPERLINK");
        assertThat(csv.lines()).hasSize(2);
        assertThat(get("/admin/audit.csv?who=nobody@staff.test")).hasStatus(422);
    }

    @Test
    void theChainIsCheckedOnDemand() {
        happens(people.staff(), new FormulaMade(UUID.randomUUID(), Instant.EPOCH));
        assertThat(browser.post()
                        .uri("/admin/audit/check")
                        .with(as(people.admin()))
                        .with(csrf()))
                .hasStatus(303);
        assertThat(page("").select(".page-head").text())
                .contains("The chain is whole up to entry", "Hash of the last entry");
    }

    @Test
    void aPageCostsFewStatementsHoweverManyEntriesThereAre() {
        var ana = people.staff();
        var subject = UUID.randomUUID();
        happens(ana, new FormulaMade(subject, Instant.EPOCH));
        var few = Statements.of(() -> page("?about=" + subject));
        for (int i = 0; i < 30; i++) happens(people.staff(), new FormulaMade(UUID.randomUUID(), Instant.EPOCH));
        // Besides those of the page itself, the shell has two at most, and a test signs a new person in by one more.
        assertThat(Statements.of(() -> page("")))
                .hasSizeLessThanOrEqualTo(4 + 3)
                .hasSameSizeAs(few);
    }

    private void happens(PersonRow who, Happened event) {
        does(who, () -> transaction.executeWithoutResult(status -> events.publishEvent(event)));
    }

    private List<String> rows(String query) {
        return page(query).select("tbody tr").eachText();
    }

    private Document page(String query) {
        var answer = get("/admin/audit" + query);
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(text(answer));
    }

    private MvcTestResult get(String address) {
        return browser.get()
                .uri(java.net.URI.create(address))
                .with(as(people.admin()))
                .exchange();
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
