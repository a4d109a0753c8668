package org.ambassadorportal.registry;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.social.SocialProfile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of the registry as anyone, as staff and as admins see them. */
@PortalTest
class RegistryPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Registry registry;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient database;

    PersonRow admin;
    UnitId unit;
    String handle;

    @BeforeEach
    void aUnit() {
        admin = people.admin();
        unit = UnitId.next();
        handle = "p" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        database.sql("insert into organization_unit (id, name, kind, version) values (?, ?, 'DEPARTMENT', 0)")
                .params(unit.value(), "Unit of " + handle)
                .update();
    }

    @Test
    void anyoneFindsAnAccountByNameOwnerPlatformAndState() {
        var id = published(handle);
        assertThat(page("/accounts?q=" + handle).select("tbody tr")).hasSize(1);
        assertThat(page("/accounts?q=" + handle + "&platform=tiktok").select("tbody tr"))
                .isEmpty();
        assertThat(page("/accounts?unit=" + unit).select("tbody th").text()).contains("Name of " + handle);
        assertThat(page("/accounts?unit=unit of " + handle).select("h2").text()).contains("One official account");
        assertThat(page("/accounts?q=" + handle + "&state=archived").select("tbody tr"))
                .isEmpty();
        does(admin, () -> registry.archive(id, null, LocalDate.parse("2025-05-12"), null));
        assertThat(page("/accounts?q=" + handle + "&state=archived")
                        .select("tbody th")
                        .text())
                .contains("until May 12, 2025");
    }

    @Test
    void anyoneSeesTheListPageByPage() {
        for (int at = 0; at < 60; at++) published(handle.substring(0, 9) + String.format("%03d", at));
        var first = page("/accounts?unit=" + unit);
        assertThat(first.select("h2").text()).contains("60 official accounts");
        assertThat(first.select("tbody tr")).hasSize(50);
        var second = page(first.selectFirst("a[rel=next]").attr("href"));
        assertThat(second.select("tbody tr")).hasSize(10);
        assertThat(second.selectFirst("tbody th").text()).endsWith("050");
    }

    @Test
    void nothingUnderReviewAndNobodysNameStandsInPublic() {
        var secret = people.staff("Canary Administrator");
        does(
                admin,
                () -> registry.register(new AccountDetails(
                        "Hidden " + handle, profile(handle), null, unit, Set.of(secret.id()), "en", List.of(), null)));
        published(handle + "_b");
        for (var address : List.of(
                "/accounts?q=" + handle, "/accounts/list.csv?q=" + handle, "/accounts/verify?url=x.com/" + handle)) {
            assertThat(mvc.get().uri(address)).hasStatusOk().bodyText().doesNotContain("Hidden", "Canary");
        }
    }

    @Test
    void theListIsDownloadedAsItIsFilteredAndNoCellIsAFormula() {
        does(
                admin,
                () -> registry.publish(does(
                        admin,
                        () -> registry.register(new AccountDetails(
                                "=cmd|' /C calc'!A0 " + handle,
                                profile(handle),
                                null,
                                unit,
                                Set.of(),
                                "en",
                                List.of(),
                                null)))));
        assertThat(mvc.get().uri("/accounts/list.csv?q=" + handle))
                .hasStatusOk()
                .hasHeader(
                        "Content-Disposition",
                        "attachment; filename=\"official-accounts.csv\"; filename*=UTF-8''official-accounts.csv")
                .bodyText()
                .contains("'=cmd", "https://x.com/" + handle)
                .hasLineCount(2);
    }

    @Test
    void theAnswerSaysWhatToDoNext() {
        assertThat(verdict("x.com/" + handle)).contains("No. We do not run this account", "tell the team");
        var id = published(handle);
        assertThat(verdict("https://twitter.com/" + handle))
                .contains("Yes. This is an official account of", "Unit of " + handle, "again due by");
        does(admin, () -> registry.archive(id, null, LocalDate.parse("2025-05-12"), null));
        assertThat(verdict("x.com/" + handle)).contains("It was ours until May 12, 2025");
        does(admin, () -> registry.registerImpostor(details(handle), LocalDate.parse("2025-10-09")));
        assertThat(verdict("x.com/" + handle))
                .contains("No. This account pretends to be ours", "We reported it on Oct 9, 2025", "734");
        assertThat(verdict("https://x.com/home")).contains("We cannot tell which account this is", "/home");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "＠ｕｎｉｃｏｄｅ",
                "<script>alert(1)</script>",
                "__${7*7}__",
                "[[${7*7}]]",
                "' or 1=1 --",
                "javascript:alert(1)",
                "𝕏.com/name",
                "%00",
                "😀",
                "a\r\nb",
                "http://[::1]/x",
                "../../etc/passwd",
                "{0}"
            })
    void naughtyWordsBreakNothingAndStayText(String words) {
        var answer = mvc.get().uri("/accounts/verify").param("url", words).exchange();
        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyText().doesNotContain("<script>alert");
        assertThat(Jsoup.parse(body(answer)).select("main").text()).doesNotContain("49");
        assertThat(mvc.get()
                        .uri("/accounts")
                        .param("q", words)
                        .param("unit", words)
                        .param("platform", words)
                        .param("after", words))
                .hasStatusOk();
        assertThat(mvc.get().uri("/accounts/verify/report").param("url", words)).hasStatusOk();
        assertThat(mvc.get().uri("/admin/accounts").param("q", words).with(as(admin)))
                .hasStatusOk();
    }

    @Test
    void aReportOfStaffBecomesAQuestionAndOthersAreGivenTheTelephone() {
        assertThat(mvc.get().uri("/accounts/verify/report?url=x.com/" + handle))
                .hasStatusOk()
                .bodyText()
                .contains("734-764-2220")
                .doesNotContain("<textarea");
        var staff = people.staff();
        assertThat(mvc.post()
                        .uri("/requests/new/impostor")
                        .param("url", "x.com/" + handle)
                        .param("words", "")
                        .with(as(staff))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("Say in a few words what you saw", "x.com/" + handle);
        var sent = mvc.post()
                .uri("/requests/new/impostor")
                .param("url", "x.com/" + handle)
                .param("words", "It asks for money.")
                .with(as(staff))
                .with(csrf())
                .exchange();
        assertThat(sent).hasStatus(303);
        assertThat(database.sql("select title from desk_item where requester_id = ?")
                        .param(staff.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("An account pretends to be ours: x.com/" + handle);
    }

    @Test
    void anAdminAddsPublishesCertifiesCountsArchivesAndBringsBack() {
        var added = post(
                "/admin/accounts",
                "address",
                "https://twitter.com/" + handle + "?s=20",
                "name",
                "New " + handle,
                "unit",
                "unit of " + handle,
                "administrators",
                people.staff().mail() + "\n" + people.staff().mail(),
                "language",
                "es",
                "tags",
                "a, b",
                "opened",
                "3/1/2019");
        assertThat(added).hasStatus(303);
        var path = added.getResponse().getRedirectedUrl();
        assertThat(page(path, admin).text()).contains("Under review", "Spanish", "Mar 1, 2019");
        assertThat(post(path + "/publish")).hasStatus(303);
        assertThat(post(path + "/certify")).hasStatus(303);
        assertThat(post(path + "/followers", "day", "2026-01-04", "followers", "1200"))
                .hasStatus(303);
        assertThat(post(path + "/followers", "day", "2026-02-04", "followers", "1890"))
                .hasStatus(303);
        assertThat(page(path, admin).select("figcaption").text()).contains("Followers rose from 1,200 to 1,890");
        assertThat(post(path + "/archive", "archived", "2025-05-12")).hasStatus(303);
        assertThat(post(path + "/certify")).hasStatus(409).bodyText().contains("archived by now");
        assertThat(post(path + "/restore")).hasStatus(303);
    }

    @Test
    void anAccountThatWasTakenOverIsMarkedAsAnImpostorAndWhoeverAsksIsWarned() {
        var address = "https://x.com/" + handle;
        var path = post("/admin/accounts", "address", address, "name", "Taken " + handle, "unit", "unit of " + handle)
                .getResponse()
                .getRedirectedUrl();
        assertThat(post(path + "/publish")).hasStatus(303);
        assertThat(post(path + "/impostor", "reported", "2026-01-04")).hasStatus(303);
        assertThat(page(path, admin).select("main").text()).contains("Impostor", "Jan 4, 2026");
        assertThat(page("/accounts/verify?url=" + address).select("main").text())
                .contains("This account pretends to be ours.");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
        var answer = post(
                "/admin/accounts",
                "address",
                "https://x.com/home",
                "name",
                "Kept name",
                "unit",
                "No such unit at all",
                "administrators",
                "someone@elsewhere.example",
                "opened",
                "the day after",
                "language",
                "es");
        assertThat(answer).hasStatus(422);
        var page = Jsoup.parse(body(answer));
        assertThat(page.select(".error-summary").text())
                .contains("/home", "We know no unit of that name", "not a staff address");
        assertThat(page.select("#address-error, #unit-error, #administrators-error, #opened-error"))
                .hasSize(4);
        assertThat(page.selectFirst("#name").val()).isEqualTo("Kept name");
        assertThat(page.selectFirst("#administrators").text()).isEqualTo("someone@elsewhere.example");
        assertThat(page.selectFirst("#opened").val()).isEqualTo("the day after");
    }

    @Test
    void theSameFormSentTwiceAddsOneAccountAndATakenAddressIsSaid() {
        String[] form = {
            "address",
            "x.com/" + handle,
            "name",
            "Once",
            "once",
            UUID.randomUUID().toString()
        };
        var first = post("/admin/accounts", form).getResponse().getRedirectedUrl();
        assertThat(post("/admin/accounts", form).getResponse().getRedirectedUrl())
                .isEqualTo(first);
        assertThat(post("/admin/accounts", "address", "x.com/" + handle, "name", "Twice"))
                .hasStatus(422)
                .bodyText()
                .contains("in the registry already");
    }

    @Test
    void aStaleEditShowsBothVersionsWithStatus409AndCanBeSavedKnowingly() {
        var id = published(handle);
        var path = "/admin/accounts/" + id;
        var seen =
                page(path + "/edit", admin).selectFirst("input[name=version]").val();
        assertThat(post(
                        path,
                        "address",
                        "x.com/" + handle,
                        "name",
                        "Theirs",
                        "unit",
                        "Unit of " + handle,
                        "version",
                        seen))
                .hasStatus(303);
        var stale =
                post(path, "address", "x.com/" + handle, "name", "Mine", "unit", "Unit of " + handle, "version", seen);
        assertThat(stale).hasStatus(409).bodyText().contains("Theirs", "Mine", "Save my version");
        var now = Jsoup.parse(body(stale)).selectFirst("input[name=version]").val();
        assertThat(post(
                        path,
                        "address",
                        "x.com/" + handle,
                        "name",
                        "Mine",
                        "unit",
                        "Unit of " + handle,
                        "version",
                        now))
                .hasStatus(303);
        assertThat(page(path, admin).selectFirst("h1").text()).isEqualTo("Mine, X");
    }

    @Test
    void aHandleThatNoRuleUnderstandsAnyMoreBreaksNoPage() {
        var id = published(handle);
        database.sql("update registry_account set handle = 'javascript:alert(1)//' || handle where id = ?")
                .param(id.value())
                .update();
        assertThat(page("/accounts?unit=" + unit).select("a[href^=javascript]")).isEmpty();
        assertThat(page("/admin/accounts/" + id, admin).select("a[href^=javascript]"))
                .isEmpty();
        assertThat(mvc.get().uri("/admin/accounts/" + id + "/edit").with(as(admin)))
                .hasStatusOk();
    }

    private Document page(String address) {
        var answer =
                mvc.get().uri(java.net.URI.create(address.replace(" ", "%20"))).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(body(answer));
    }

    private Document page(String address, PersonRow person) {
        var answer =
                mvc.get().uri(java.net.URI.create(address)).with(as(person)).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(body(answer));
    }

    private String verdict(String url) {
        var answer = mvc.get().uri("/accounts/verify").param("url", url).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(body(answer)).select(".verdict").text();
    }

    private MvcTestResult post(String address, String... fields) {
        var request =
                mvc.post().uri(java.net.URI.create(address)).with(as(admin)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) request.param(fields[at], fields[at + 1]);
        return request.exchange();
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private AccountId published(String name) {
        var id = does(admin, () -> registry.register(details(name)));
        does(admin, () -> registry.publish(id));
        return id;
    }

    private AccountDetails details(String name) {
        return new AccountDetails(
                "Name of " + name, profile(name), null, unit, Set.of(admin.id()), "en", List.of(), null);
    }

    private static SocialProfile profile(String name) {
        return SocialProfile.parse("https://x.com/" + name).profile().orElseThrow();
    }
}
