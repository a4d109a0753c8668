package org.ambassadorportal.organization;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.kernel.CsvUpload;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@PortalTest
class UnitsTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestPeople people;

    @Autowired
    Units units;

    @Autowired
    UnitTree tree;

    @Autowired
    UnitImport imports;

    @Autowired
    JdbcClient database;

    PersonRow admin;

    /** A word that no other test's units have. */
    String mark;

    @BeforeEach
    void begin() {
        admin = people.admin();
        mark = "T" + UUID.randomUUID().toString().substring(0, 8);
    }

    UnitId add(String name, String parent) {
        return does(admin, () -> tree.add(name, UnitKind.DEPARTMENT, parent));
    }

    @Test
    void findsAUnitByItsNameWhateverCaseOrAccents() {
        var id = add("Département d’Été " + mark, null);
        assertThat(units.byName(" departement d’ete " + mark.toUpperCase() + " "))
                .map(UnitRow::id)
                .contains(id);
        assertThat(units.byName("departement " + mark)).isEmpty();
        assertThat(units.byName(null)).isEmpty();
        assertThat(units.find(id)).map(UnitRow::kind).contains(UnitKind.DEPARTMENT);
        assertThat(units.named(List.of(id, UnitId.next()))).containsOnlyKeys(id);
    }

    @Test
    void suggestsWhatBeginsSoFirstAndForgivesTypos() {
        add("Cardiology " + mark, null);
        add("Pediatric Cardiology " + mark, null);
        add("Urology " + mark, null);
        assertThat(units.suggest("Cardiology " + mark, 10))
                .extracting(UnitRow::name)
                .startsWith("Cardiology " + mark, "Pediatric Cardiology " + mark);
        assertThat(units.suggest("Cardoilogy " + mark, 10))
                .extracting(UnitRow::name)
                .contains("Cardiology " + mark);
        assertThat(units.suggest("%ardiology " + mark, 1))
                .noneMatch(unit -> unit.name().contains("%"));
        assertThat(units.suggest("%%%", 10)).isEmpty();
        assertThat(units.suggest(" ", 10)).isEmpty();
        assertThat(units.suggest("\0", 10)).isEmpty();
    }

    @Test
    void namesTheNearestUnitWhenAnUnknownNameIsTyped() {
        add("Emergency Medicine " + mark, null);
        assertThatThrownBy(() -> units.chosen("unit", "Emergancy Medicine " + mark))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("unit");
                    assertThat(refusal.getArguments()).containsExactly("Emergency Medicine " + mark);
                });
        assertThatThrownBy(() -> units.chosen("unit", "")).isInstanceOf(Refusal.class);
    }

    @Test
    void answersSuggestionsToAnyoneAsOptions() {
        add("Cardiology <" + mark + ">", null);
        var byQ = text(
                browser.get().uri("/units/suggest?q={q}", "cardiology <" + mark).exchange());
        assertThat(byQ.strip()).startsWith("<option value=\"Cardiology &lt;" + mark + "&gt;\"></option>");
        var byField = text(browser.get()
                .uri("/units/suggest?home.unit={q}", "cardiology <" + mark)
                .header("HX-Trigger-Name", "home.unit")
                .exchange());
        assertThat(byField).isEqualTo(byQ);
    }

    @Test
    void staysATree() {
        var top = add("Top " + mark, null);
        var middle = add("Middle " + mark, "Top " + mark);
        var low = add("Low " + mark, "Middle " + mark);
        assertThat(units.withAllBelow(top)).containsExactlyInAnyOrder(top, middle, low);
        assertThatThrownBy(() -> move(top, "Top " + mark, "Low " + mark)).isInstanceOf(BelowItself.class);
        assertThatThrownBy(() -> move(top, "Top " + mark, "Top " + mark)).isInstanceOf(BelowItself.class);
        move(low, "Low " + mark, "Top " + mark);
        assertThat(units.withAllBelow(middle)).containsExactly(middle);
    }

    @Test
    void staysATreeWhenTwoUnitsAreMovedBelowEachOtherAtOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            var a = "A" + round + mark;
            var b = "B" + round + mark;
            var one = add(a, null);
            var two = add(b, null);
            try (var both = Executors.newFixedThreadPool(2)) {
                int moved = 0;
                for (var move :
                        both.invokeAll(List.<Callable<Boolean>>of(() -> moves(one, a, b), () -> moves(two, b, a)))) {
                    if (move.get()) moved++;
                }
                assertThat(moved).isEqualTo(1);
            }
        }
    }

    private boolean moves(UnitId unit, String name, String parent) {
        try {
            move(unit, name, parent);
            return true;
        } catch (BelowItself refused) {
            return false;
        }
    }

    private void move(UnitId unit, String name, String parent) {
        does(admin, () -> tree.change(unit, name, UnitKind.DEPARTMENT, parent, null));
    }

    @Test
    void givesANameOnce() {
        add("Radiology " + mark, null);
        assertThatThrownBy(() -> add("RADIOLÖGY " + mark, null))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("name"));
    }

    @Test
    void closesAUnitOnlyWhenNothingBelongsToIt() {
        var top = add("Top " + mark, null);
        var low = add("Low " + mark, "Top " + mark);
        assertThatThrownBy(() -> does(admin, () -> tree.close(top, null))).isInstanceOf(Refusal.class);
        does(admin, () -> tree.close(low, null));
        does(admin, () -> tree.close(top, null));
        assertThat(units.byName("Low " + mark)).isEmpty();
        assertThat(units.find(low)).map(UnitRow::closed).contains(true);
        assertThatThrownBy(() -> does(admin, () -> tree.reopen(low, null))).isInstanceOf(Refusal.class);
        does(admin, () -> tree.reopen(top, null));
        does(admin, () -> tree.reopen(low, null));
        assertThat(units.byName("Low " + mark)).isPresent();
    }

    @Test
    void eachVerbLeavesItsRowInTheTrail() {
        add("Top " + mark, null);
        var id = add("Low " + mark, null);
        does(admin, () -> tree.change(id, "Lower " + mark, UnitKind.LAB, "Top " + mark, null));
        does(admin, () -> tree.close(id, null));
        does(admin, () -> tree.reopen(id, null));
        assertThat(database.sql("select verb from audit_entry where subject = ? order by seq")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("unit-added", "unit-renamed", "unit-moved", "unit-closed", "unit-reopened");
    }

    @Test
    void isChangedByAdminsAlone() {
        var comms = people.comms();
        assertThatThrownBy(() -> does(comms, () -> tree.add("X " + mark, UnitKind.LAB, null)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(browser.get().uri("/admin/units").with(as(comms)).exchange()).hasStatus(403);
    }

    @Test
    void showsBothVersionsToWhoeverComesSecond() {
        var id = add("Alpha " + mark, null);
        assertThat(post(id, "Beta " + mark, "0")).hasStatus(303);
        var late = post(id, "Gamma " + mark, "0");
        assertThat(late).hasStatus(409);
        assertThat(page(late).select("main [role=alert]").text()).contains("Beta " + mark);
        assertThat(page(late).select("input[name=name]").attr("value")).isEqualTo("Gamma " + mark);
        assertThat(page(late).select("form input[name=version]").first().attr("value"))
                .isEqualTo("1");
        assertThatThrownBy(() -> does(admin, () -> tree.close(id, 0L))).isInstanceOf(StaleEdit.class);
    }

    private MvcTestResult post(UnitId id, String name, String version) {
        return browser.post()
                .uri("/admin/units/{id}", id)
                .param("name", name)
                .param("kind", "LAB")
                .param("version", version)
                .with(as(admin))
                .with(csrf())
                .exchange();
    }

    @Test
    void addsAUnitOnceHoweverOftenTheFormIsSent() {
        var once = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            assertThat(browser.post()
                            .uri("/admin/units")
                            .param("name", "Solo " + mark)
                            .param("kind", "LAB")
                            .param("once", once)
                            .param("closed", "true")
                            .with(as(admin))
                            .with(csrf())
                            .exchange())
                    .hasStatus(303);
        }
        assertThat(units.byName("Solo " + mark)).map(UnitRow::closed).contains(false);
    }

    @Test
    void saysWhatIsWrongBesideItsField() {
        var answer = browser.post()
                .uri("/admin/units")
                .param("name", " ")
                .param("kind", "PLANET")
                .param("parent", "Nowhere " + mark)
                .with(as(admin))
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus(422);
        assertThat(page(answer).select("#name-error").text()).contains("Type the name");
        assertThat(page(answer).select("#kind-error").text()).contains("Choose one of the kinds");
        assertThat(page(answer).select("input[name=parent]").attr("value")).isEqualTo("Nowhere " + mark);
    }

    @Test
    void showsTheTreeWithWhatWasSearched() {
        add("Top " + mark, null);
        add("Cardiac Lab " + mark, "Top " + mark);
        var all = page(browser.get().uri("/admin/units").with(as(admin)).exchange());
        assertThat(all.select("ul.tree").text()).contains("Top " + mark, "Cardiac Lab " + mark);
        var found = page(browser.get()
                .uri("/admin/units?q={q}", "cardiac lab " + mark)
                .with(as(admin))
                .exchange());
        assertThat(found.select("ul.tree mark").eachText()).containsExactly("Cardiac Lab " + mark);
        assertThat(found.select("ul.tree a")).hasSize(2);
        var none = page(browser.get()
                .uri("/admin/units?q={q}", "nothing " + mark)
                .with(as(admin))
                .exchange());
        assertThat(none.select(".empty").text()).contains("No unit has this in its name");
    }

    @Test
    void takesATableAndTheSameTableAgainChangesNothing() {
        var table =
                "Name;Kind;Belongs to\r\nLab " + mark + ";lab;Dept " + mark + "\r\nDept " + mark + ";Department;\r\n";
        var first = take(table);
        assertThat(first.count(UnitImport.Outcome.ADDED)).isEqualTo(2);
        var versions = versions();
        var again = take(table);
        assertThat(again.count(UnitImport.Outcome.SAME)).isEqualTo(2);
        assertThat(versions()).isEqualTo(versions);
        var moved = take("name,kind,belongs to\nLab " + mark + ",Center,\n");
        assertThat(moved.count(UnitImport.Outcome.CHANGED)).isEqualTo(1);
        assertThat(units.byName("lab " + mark)).get().satisfies(unit -> {
            assertThat(unit.kind()).isEqualTo(UnitKind.CENTER);
            assertThat(unit.parent()).isNull();
        });
    }

    private String versions() {
        return database.sql("select string_agg(id || ':' || version, ',' order by id) from organization_unit")
                .query(String.class)
                .single();
    }

    @Test
    void namesEachRowThatItLeavesOut() {
        add("Alpha " + mark, null);
        add("Beta " + mark, "Alpha " + mark);
        var report = take("name,kind,belongs to\n"
                + "Good " + mark + ",Lab,\n"
                + ",Lab,\n"
                + "Kindless " + mark + ",Planet,\n"
                + "Orphan " + mark + ",Lab,Nowhere " + mark + "\n"
                + "GOOD " + mark + ",Lab,\n"
                + "Alpha " + mark + ",Department,Beta " + mark + "\n"
                + "x".repeat(161) + ",Lab,\n");
        assertThat(report.count(UnitImport.Outcome.ADDED)).isEqualTo(1);
        assertThat(report.refused())
                .extracting(UnitImport.Line::row, UnitImport.Line::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3, "unit.import.no-name"),
                        org.assertj.core.groups.Tuple.tuple(4, "unit.import.no-kind"),
                        org.assertj.core.groups.Tuple.tuple(5, "unit.import.no-parent"),
                        org.assertj.core.groups.Tuple.tuple(6, "unit.import.twice"),
                        org.assertj.core.groups.Tuple.tuple(7, "unit.import.circle"),
                        org.assertj.core.groups.Tuple.tuple(8, "unit.import.bad-name"));
    }

    @Test
    void twoImportsOfTheSameTableAtOnceMakeEachUnitOnce() throws Exception {
        var table = new StringBuilder("name,kind\n");
        for (int i = 0; i < 50; i++)
            table.append("Unit ").append(i).append(' ').append(mark).append(",Lab\n");
        try (var both = Executors.newFixedThreadPool(2)) {
            long added = 0;
            Callable<UnitImport.Report> one = () -> take(table.toString());
            for (var report : both.invokeAll(List.of(one, one)))
                added += report.get().count(UnitImport.Outcome.ADDED);
            assertThat(added).isEqualTo(50);
        }
    }

    @Test
    void takesBackWhatItGaveOutAlsoWhereANameLooksLikeAFormula() {
        var name = "=Formula, \"quoted\" " + mark;
        add(name, null);
        var csv = browser.get().uri("/admin/units/list.csv").with(as(admin)).exchange();
        assertThat(csv).hasStatusOk();
        assertThat(csv.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("units.csv");
        assertThat(text(csv)).contains("\"'=Formula, \"\"quoted\"\" " + mark + "\"");
        var versions = versions();
        var report = does(admin, () -> imports.take(read(csv.getResponse().getContentAsByteArray())));
        assertThat(report.refused()).isEmpty();
        assertThat(report.count(UnitImport.Outcome.SAME))
                .isEqualTo(report.lines().size());
        assertThat(versions()).isEqualTo(versions);
    }

    @Test
    void showsTheReportOfATable() {
        var file = new MockMultipartFile(
                "file",
                "units.csv",
                "text/csv",
                ("\ufeffName,Kind\r\nDept " + mark + ",Department\r\nBad,Planet\r\n").getBytes(StandardCharsets.UTF_8));
        var answer = browser.perform(MockMvcRequestBuilders.multipart("/admin/units/import")
                .file(file)
                .with(as(admin))
                .with(csrf()));
        assertThat(answer).hasStatusOk();
        assertThat(page(answer).select("main table").text()).contains("3 Bad “Planet” is no kind of unit we know.");
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        var broken = new MockMultipartFile(
                "file", "x.csv", "text/csv", "name,kind\n\"open,Lab\n".getBytes(StandardCharsets.UTF_8));
        var answer = browser.perform(MockMvcRequestBuilders.multipart("/admin/units/import")
                .file(broken)
                .with(as(admin))
                .with(csrf()));
        assertThat(answer).hasStatus(422);
        assertThat(page(answer).select("#file-error").text()).isNotBlank();
        var none = browser.perform(MockMvcRequestBuilders.multipart("/admin/units/import")
                .with(as(admin))
                .with(csrf()));
        assertThat(none).hasStatus(422);
        var column = new MockMultipartFile("file", "x.csv", "text/csv", "unit\nX\n".getBytes(StandardCharsets.UTF_8));
        var missing = browser.perform(MockMvcRequestBuilders.multipart("/admin/units/import")
                .file(column)
                .with(as(admin))
                .with(csrf()));
        assertThat(page(missing).select("#file-error").text()).contains("name");
    }

    private UnitImport.Report take(String table) {
        return does(admin, () -> imports.take(read(table.getBytes(StandardCharsets.UTF_8))));
    }

    private static CsvUpload read(byte[] bytes) {
        return CsvUpload.read("file", bytes, UnitImport.LIMITS, UnitImport.NAME, UnitImport.KIND);
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(text(answer));
    }
}
