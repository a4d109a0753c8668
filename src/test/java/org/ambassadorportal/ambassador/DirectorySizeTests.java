package org.ambassadorportal.ambassador;

import static org.ambassadorportal.ambassador.AmbassadorRoom.handle;
import static org.ambassadorportal.ambassador.AmbassadorRoom.unique;
import static org.ambassadorportal.identity.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.Statements;
import org.ambassadorportal.identity.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** The directory with ten and with ten thousand ambassadors, and what its pages cost. */
@PortalTest
@Import({TestPeople.class, AmbassadorRoom.class})
class DirectorySizeTests {

    /** What one search may take with 10,000 ambassadors on a small, busy machine; a tenth of it is usual. */
    private static final Duration PATIENCE = Duration.ofMillis(1000);

    @Autowired
    Directory directory;

    @Autowired
    Ambassadors ambassadors;

    @Autowired
    AmbassadorRoom room;

    @Autowired
    TestPeople people;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void tenThousandAmbassadorsAreSearchedAsSoundlyAsTen() {
        var unit = room.unit("Department of " + unique());
        // Never committed, so that no other test meets them.
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            for (int from = 0; from < 10_000; from += 1_000) crowd(unit.value(), from, from + 999);
            var searches = List.of(
                    Search.of(null, null, null, null, null, null, null),
                    Search.of("crowd", null, null, null, null, null, null),
                    Search.of("topic7", null, null, null, null, null, null),
                    Search.of("crowd person4321", null, null, null, null, null, null),
                    Search.of("persan4321", null, null, null, null, null, null),
                    Search.of("nobodyatallhere", null, null, null, null, null, null),
                    Search.of("crowd", null, List.of("bluesky"), unit.toString(), List.of("Yoruba"), "name", null),
                    Search.of(null, "topic7", List.of("x"), null, null, null, null));
            for (var search : searches) {
                var statements = Statements.of(() -> directory.find(search));
                assertThat(statements).as(search.path()).hasSizeLessThanOrEqualTo(4);
                assertThat(directory.find(search).people().rows()).hasSizeLessThanOrEqualTo(Directory.ON_A_PAGE);
                assertThat(best(() -> directory.find(search))).as(search.path()).isLessThan(PATIENCE);
            }
            var all = directory.find(searches.getFirst());
            assertThat(all.total().label()).isEqualTo("1,000+");
            assertThat(all.platforms())
                    .allSatisfy(choice -> assertThat(choice.count()).isNull());
            assertThat(directory.find(searches.get(2)).total().label())
                    .as("topic7, and topic70 to topic79")
                    .isEqualTo("550");
            assertThat(directory.find(searches.get(3)).people().rows())
                    .first()
                    .satisfies(row -> assertThat(row.card().name()).isEqualTo("Crowd Person4321"));
            assertThat(directory.find(searches.get(4)).people().rows())
                    .anySatisfy(row -> assertThat(row.card().name()).isEqualTo("Crowd Person4321"));
            // The end of the list costs what its beginning does.
            var deep = Search.of(
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    org.ambassadorportal.kernel.Cursor.of(0, "Crowd Person9000", "ffffffff-ffff-ffff-ffff-ffffffffffff")
                            .text());
            assertThat(directory.find(deep).people().rows()).hasSize(Directory.ON_A_PAGE);
            assertThat(best(() -> directory.find(deep))).isLessThan(PATIENCE);
            assertThat(best(() -> {
                        ambassadors.counts();
                        ambassadors.topics(20);
                        ambassadors.byChance(3);
                    }))
                    .as("the home page")
                    .isLessThan(PATIENCE);
        });
    }

    /** The best of three times, because others may be at work on the machine. */
    private static Duration best(Runnable work) {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            var begun = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - begun);
        }
        return Duration.ofNanos(best);
    }

    private void crowd(java.util.UUID unit, int from, int to) {
        database.sql("""
                        with made as (
                            select n, gen_random_uuid() as person, gen_random_uuid() as page from generate_series(:from, :to) n),
                        persons as (
                            insert into person (id, name, mail, role, version)
                            select person, 'Crowd Person' || n, person || '@crowd.test', 'STAFF', 0 from made),
                        pages as (
                            insert into ambassador (id, person_id, slug, name, title, unit_id, topics, languages, show_photo,
                                show_bio, show_topics, show_languages, show_title, show_credentials, since, reviewed_at, paused, version)
                            select page, person, page::text, 'Crowd Person' || n, 'Fellow', :unit,
                                array['topic' || n % 200, 'subject' || n % 77], array['English'], true, true, true, true, true, true,
                                now(), now(), false, 0 from made)
                        insert into directory_entry (ambassador_id, slug, name, title, unit_id, unit_name, topics, topic_keys,
                            languages, platforms, plain_name, document)
                        select page, page::text, 'Crowd Person' || n, 'Fellow', :unit, 'Crowd unit',
                            array['topic' || n % 200, 'subject' || n % 77], array['topic' || n % 200, 'subject' || n % 77],
                            case when n % 3 = 0 then array['English', 'Yoruba'] else array['English'] end,
                            case when n % 2 = 0 then array['bluesky'] else array['x'] end, 'crowd person' || n,
                            directory_document('Crowd Person' || n, array['topic' || n % 200, 'subject' || n % 77], 'Crowd unit',
                                'Fellow', array['English'], null)
                        from made""")
                .param("from", from)
                .param("to", to)
                .param("unit", unit)
                .update();
    }

    @Test
    void pagesCostFewStatementsHoweverManyRowsThereAre() {
        var word = unique();
        var person = room.ambassador(
                room.answers("One " + unique(), List.of(word), "x.com/" + handle(), "linkedin.com/in/a-" + unique()));
        mvc.get().uri("/ambassadors").exchange();
        // Besides those of the page itself, the shell has two at most; a person who is signed in costs one more.
        var few = Statements.of(() -> mvc.get().uri("/ambassadors?q=" + word).exchange());
        for (int n = 0; n < 25; n++) room.ambassador("More " + unique(), word);
        var many = Statements.of(() -> mvc.get().uri("/ambassadors?q=" + word).exchange());
        assertThat(many).hasSizeLessThanOrEqualTo(4 + 2).hasSameSizeAs(few);
        assertThat(Statements.of(
                        () -> mvc.get().uri("/ambassadors/" + room.slug(person)).exchange()))
                .hasSizeLessThanOrEqualTo(8 + 2 + 1);
        assertThat(Statements.of(() -> mvc.get().uri("/me").with(as(person)).exchange()))
                .hasSizeLessThanOrEqualTo(8 + 2 + 1);
        assertThat(Statements.of(
                        () -> mvc.get().uri("/enroll/you").with(as(person)).exchange()))
                .hasSizeLessThanOrEqualTo(8 + 2 + 1);
        var staff = people.staff("Two " + unique());
        var reference = room.sent(staff, room.answers(staff.name(), List.of("sepsis")));
        var team = people.comms();
        assertThat(Statements.of(() -> mvc.get()
                        .uri("/desk/enrollment/" + reference)
                        .with(as(team))
                        .exchange()))
                .hasSizeLessThanOrEqualTo(8 + 2 + 1);
        assertThat(Statements.of(() ->
                        mvc.get().uri("/requests/" + reference).with(as(staff)).exchange()))
                .hasSizeLessThanOrEqualTo(8 + 2 + 1);
        assertThat(Statements.of(() -> mvc.get()
                        .uri("/policies/code-of-conduct")
                        .with(as(staff))
                        .exchange()))
                .hasSizeLessThanOrEqualTo(8 + 2 + 1);
    }
}
