package org.ambassadorportal.ambassador;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ambassadorportal.identity.ForAnyone;
import org.ambassadorportal.kernel.Cursor;
import org.ambassadorportal.kernel.Slice;
import org.ambassadorportal.kernel.Total;
import org.ambassadorportal.organization.Units;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The search for ambassadors. Words are looked for in names, topics, units, titles and bios. Where that finds only a
 * few, names that are spelled much alike are found as well; where it finds nobody, names that sound alike. A page costs
 * four statements however many ambassadors there are, and nothing is counted beyond a thousand.
 */
@Service
@Transactional(readOnly = true)
class Directory {

    static final int ON_A_PAGE = 20;

    /** So many who fit the words are enough; with fewer, spelling is taken less strictly. */
    private static final int FEW = 5;

    private static final String FITTING = "e.document @@ cast(:query as tsquery)";

    private static final String WITHIN = """
             and (:topic = '' or e.topic_keys @> array[cast(:topic as text)])
            and (cast(:unit as uuid) is null or e.unit_id in (
                with recursive below as (
                    select id from organization_unit where id = cast(:unit as uuid)
                    union select u.id from organization_unit u join below b on u.parent_id = b.id)
                select id from below))
            """;

    private static final String CHOSEN = """
             (cardinality(cast(:platforms as text[])) = 0 or e.platforms && cast(:platforms as text[]))
            and (cardinality(cast(:languages as text[])) = 0 or e.languages && cast(:languages as text[]))
            """;

    private final JdbcClient database;
    private final Units units;

    Directory(JdbcClient database, Units units) {
        this.database = database;
        this.units = units;
    }

    /** Whoever names exactly that topic, or is called exactly so, stands before those whose words only contain it. */
    private static final String RANK = """
            (1000000 * (ts_rank(e.document, cast(:query as tsquery), 1)
                + word_similarity(:plain, e.plain_name) / 2
                + case when e.topic_keys @> array[cast(:plain as text)] or e.plain_name = :plain then 1 else 0 end))::bigint
            """;

    /** One line of what the second statement counts. */
    private record Counted(
            String what, @Nullable String value, @Nullable String label, int count) {}

    /**
     * How the words are looked for.
     *
     * @param query the words as the database asks them; found out once, because it takes a while for every row
     * @param exact how many fit, counted to six
     */
    private record Asked(String query, int exact) {

        static final Asked NOTHING = new Asked("", 0);

        /** The condition that finds them. */
        String matching(Search search) {
            if (search.words().isEmpty()) return "true";
            if (exact > FEW) return FITTING;
            return exact > 0
                    ? "(" + FITTING + " or :plain <% e.plain_name)"
                    : "e.ambassador_id in (select directory_names_like(:plain))";
        }
    }

    private Asked asked(Search search) {
        if (search.words().isEmpty()) return Asked.NOTHING;
        return database.sql("""
                        select q::text as query,
                            (select count(*)::int from (select 1 from directory_entry where document @@ q limit 6) c) as exact
                        from (select directory_query(cast(:words as text[])) as q offset 0) asked""")
                .param("words", search.words().toArray(String[]::new))
                .query(Asked.class)
                .single();
    }

    @ForAnyone
    FoundPage find(Search search) {
        var asked = asked(search);
        var people = people(search, asked);
        var counted = counted(search, asked);
        var of = counted.stream().collect(Collectors.groupingBy(Counted::what));
        int base = of.getOrDefault("base", List.of()).stream()
                .mapToInt(Counted::count)
                .sum();
        boolean exact = base < Total.LIMIT;
        int total = of.getOrDefault("total", List.of()).stream()
                .mapToInt(Counted::count)
                .sum();
        var fitting = search.words().isEmpty() || search.after() != null
                ? List.<FoundPage.Choice>of()
                : units.suggest(search.q(), 3).stream()
                        .map(unit -> new FoundPage.Choice(
                                unit.id().toString(),
                                unit.name(),
                                null,
                                false,
                                search.withoutWordsIn(unit.id().value()).path()))
                        .toList();
        return new FoundPage(
                search,
                people,
                new Total(total),
                platforms(search, of.getOrDefault("platform", List.of()), exact),
                languages(search, of.getOrDefault("language", List.of()), exact),
                choices(
                        of,
                        "unit",
                        exact,
                        value -> search.withUnit(UUID.fromString(value)).path()),
                near(search, of, total, exact),
                fitting,
                of.getOrDefault("in", List.of()).stream()
                        .findFirst()
                        .map(Counted::label)
                        .orElse(null));
    }

    private Slice<FoundPage.Row> people(Search search, Asked how) {
        boolean ranked = search.ranked();
        var from = Cursor.read(search.after(), 3);
        var position = ranked
                ? "(s.score < :score or s.score = :score and (s.name collate names, s.ambassador_id) > (:name collate names, cast(:id as uuid)))"
                : "(s.name collate names, s.ambassador_id) > (:name collate names, cast(:id as uuid))";
        var score = ranked ? RANK : "0::bigint";
        var sql = "select * from (select e.*, " + score + " as score from directory_entry e where "
                + how.matching(search) + WITHIN + " and " + CHOSEN + ") s"
                + (from.isPresent() ? " where " + position : "")
                + " order by " + (ranked ? "s.score desc, " : "")
                + "s.name collate names, s.ambassador_id limit " + (ON_A_PAGE + 1);
        var asked = search.words();
        var statement = bound(sql, search, how);
        if (from.isPresent()) {
            var values = from.get().values();
            statement = statement.param("name", values.get(1)).param("id", uuid(values.get(2)));
            if (ranked) statement = statement.param("score", number(values.get(0)));
        }
        record Placed(FoundPage.Row row, Cursor position) {}
        var placed = statement
                .query((row, n) -> new Placed(
                        row(row, n, asked),
                        Cursor.of(row.getLong("score"), row.getString("name"), row.getString("ambassador_id"))))
                .list();
        var slice = Slice.of(placed, ON_A_PAGE, Placed::position);
        return new Slice<>(slice.rows().stream().map(Placed::row).toList(), slice.next());
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : Long.MAX_VALUE;
    }

    private static String uuid(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? text : new UUID(0, 0).toString();
    }

    private static FoundPage.Row row(ResultSet row, int n, List<String> asked) throws SQLException {
        return new FoundPage.Row(
                Ambassadors.card(row, n),
                texts(row, "topics").stream()
                        .map(topic -> Words.mark(topic, asked))
                        .toList(),
                texts(row, "platforms").stream()
                        .flatMap(key -> Platform.ofKey(key).stream())
                        .sorted()
                        .map(Platform::label)
                        .toList());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray())
                .map(String::valueOf)
                .toList();
    }

    /** How many there are, and of what: on at most 1,001 rows, in one statement. */
    private List<Counted> counted(Search search, Asked how) {
        var matching = how.matching(search) + WITHIN;
        boolean narrowed = !search.platforms().isEmpty() || !search.languages().isEmpty();
        var sql =
                "with base as materialized (select e.topics, e.topic_keys, e.languages, e.platforms, e.unit_id, e.unit_name"
                        + " from directory_entry e where " + matching + " limit 1001),"
                        + " found as (select 1 from "
                        + (narrowed ? "directory_entry e where " + matching + " and " + CHOSEN : "base")
                        + " limit 1001)"
                        + """
                  select 'total' as what, null as value, null as label, count(*)::int as count from found
                  union all select 'base', null, null, count(*)::int from base
                  union all select 'platform', p, null, count(*)::int from base, unnest(platforms) p group by p
                  union all (select 'language', l, null, count(*)::int from base, unnest(languages) l
                             group by l order by count(*) desc, l limit 12)
                  union all (select 'unit', unit_id::text, min(unit_name), count(*)::int from base
                             group by unit_id order by count(*) desc, min(unit_name) limit 8)
                  union all (select 'topic', t.key, mode() within group (order by t.topic), count(*)::int
                             from base, unnest(topics, topic_keys) as t(topic, key)
                             group by t.key order by count(*) desc, t.key limit 16)
                  union all (select 'alike', t.key, min(t.topic), count(*)::int
                             from directory_entry e, unnest(e.topics, e.topic_keys) as t(topic, key)
                             where :plain <> '' and not exists (select 1 from base) and :plain <% t.key
                             group by t.key order by count(*) desc, t.key limit 5)
                  union all select 'in', id::text, name, 0 from organization_unit where id = cast(:unit as uuid)
                  """;
        return bound(sql, search, how).query(Counted.class).list();
    }

    private JdbcClient.StatementSpec bound(String sql, Search search, Asked how) {
        var words = search.words();
        return database.sql(sql)
                .param("plain", String.join(" ", words))
                .param("query", how.query())
                .param("topic", Words.fold(search.topic()))
                .param("unit", search.unit() == null ? null : search.unit().toString())
                .param("platforms", search.platforms().toArray(String[]::new))
                .param("languages", search.languages().toArray(String[]::new));
    }

    private static List<FoundPage.Choice> platforms(Search search, List<Counted> counted, boolean exact) {
        Map<String, Integer> counts =
                counted.stream().collect(Collectors.toMap(it -> String.valueOf(it.value()), Counted::count));
        return Platform.forPeople().stream()
                .filter(platform ->
                        counts.containsKey(platform.key()) || search.platforms().contains(platform.key()))
                .map(platform -> new FoundPage.Choice(
                        platform.key(),
                        platform.label(),
                        exact ? counts.getOrDefault(platform.key(), 0) : null,
                        search.platforms().contains(platform.key()),
                        search.withoutPlatform(platform.key()).path()))
                .toList();
    }

    private static List<FoundPage.Choice> languages(Search search, List<Counted> counted, boolean exact) {
        var choices = new ArrayList<FoundPage.Choice>();
        for (var it : counted) {
            var language = String.valueOf(it.value());
            choices.add(new FoundPage.Choice(
                    language,
                    language,
                    exact ? it.count() : null,
                    search.languages().contains(language),
                    search.withoutLanguage(language).path()));
        }
        search.languages().stream()
                .filter(chosen -> choices.stream().noneMatch(it -> it.value().equals(chosen)))
                .forEach(chosen -> choices.add(new FoundPage.Choice(
                        chosen,
                        chosen,
                        exact ? 0 : null,
                        true,
                        search.withoutLanguage(chosen).path())));
        choices.sort(Comparator.comparing(FoundPage.Choice::label));
        return choices;
    }

    private static List<FoundPage.Choice> choices(
            Map<String, List<Counted>> of, String what, boolean exact, Function<String, String> path) {
        return of.getOrDefault(what, List.of()).stream()
                .map(it -> new FoundPage.Choice(
                        String.valueOf(it.value()),
                        String.valueOf(it.label()),
                        exact ? it.count() : null,
                        false,
                        path.apply(String.valueOf(it.value()))))
                .toList();
    }

    /** Topics to go on with: what those found also write about, or what is spelled alike where nobody was found. */
    private static List<FoundPage.Choice> near(Search search, Map<String, List<Counted>> of, int total, boolean exact) {
        var asked = search.words();
        Function<String, String> path =
                topic -> Search.of(null, topic, null, null, null, null, null).path();
        return of.getOrDefault(total == 0 ? "alike" : "topic", List.of()).stream()
                .filter(it -> !Words.fold(search.topic()).equals(it.value()))
                .filter(it -> total == 0
                        || Words.mark(String.valueOf(it.label()), asked).stream()
                                .noneMatch(Words.Piece::marked))
                .limit(5)
                .map(it -> new FoundPage.Choice(
                        String.valueOf(it.value()),
                        String.valueOf(it.label()),
                        exact ? it.count() : null,
                        false,
                        path.apply(String.valueOf(it.label()))))
                .toList();
    }
}
