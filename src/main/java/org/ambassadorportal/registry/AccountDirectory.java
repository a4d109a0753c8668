package org.ambassadorportal.registry;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.ambassadorportal.identity.ForAnyone;
import org.ambassadorportal.kernel.Cursor;
import org.ambassadorportal.kernel.Slice;
import org.ambassadorportal.kernel.Total;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The public list of accounts. Nothing in it is under review, and nothing in it names a person. */
@Service
@Transactional(readOnly = true)
class AccountDirectory {

    private static final int PAGE = 50;

    private static final String STATE =
            "case when a.kind = 'IMPOSTOR' then 'IMPOSTOR' when a.state = 'ARCHIVED' then 'ARCHIVED' else 'OFFICIAL' end";

    private static final String FROM = """
             from registry_account a left join organization_unit u on u.id = a.unit_id
            where a.state <> 'UNDER_REVIEW' and\s""";

    private final JdbcClient database;

    AccountDirectory(JdbcClient database) {
        this.database = database;
    }

    /** What the list is narrowed to; no platform means any. */
    record Filter(AccountSearch search, PublicState state, Set<Platform> platforms) {

        Filter {
            platforms = platforms.isEmpty() ? Set.of() : Set.copyOf(platforms);
        }
    }

    /**
     * How many accounts there are under each choice, given the others.
     *
     * @param states by state, on the platforms that are chosen
     * @param platforms by platform, in the state that is chosen
     * @param total in the state and on the platforms that are chosen
     */
    record Counts(Map<PublicState, Integer> states, Map<Platform, Integer> platforms, Total total) {}

    private record Group(PublicState state, Platform platform, int accounts) {}

    @ForAnyone
    public Slice<ListedAccount> page(Filter filter, @Nullable String after) {
        var position = Cursor.read(after, 2);
        var statement = database.sql(rows(filter)
                        + (position.isPresent() ? " and (a.name collate names, a.id) > (:name, :id::uuid)" : "")
                        + " order by a.name collate names, a.id limit " + (PAGE + 1))
                .params(filter.search().parameters())
                .param("platforms", names(filter));
        if (position.isPresent()) {
            statement = statement
                    .param("name", position.get().values().get(0))
                    .param("id", AccountId.of(position.get().values().get(1)).value());
        }
        return Slice.of(statement.query(ListedAccount.class).list(), PAGE, row -> Cursor.of(row.name(), row.id()));
    }

    @ForAnyone
    public Counts counts(Filter filter) {
        var groups = database.sql("select " + STATE + " as state, a.platform, count(*) as accounts" + FROM
                        + filter.search().condition() + " group by 1, 2")
                .params(filter.search().parameters())
                .query(Group.class)
                .list();
        Map<PublicState, Integer> states = new EnumMap<>(PublicState.class);
        Map<Platform, Integer> platforms = new EnumMap<>(Platform.class);
        for (var group : groups) {
            boolean here = filter.platforms().isEmpty() || filter.platforms().contains(group.platform());
            if (here) states.merge(group.state(), group.accounts(), Integer::sum);
            if (group.state() == filter.state()) platforms.merge(group.platform(), group.accounts(), Integer::sum);
        }
        int total = states.getOrDefault(filter.state(), 0);
        return new Counts(states, platforms, new Total(Math.min(total, Total.LIMIT)));
    }

    /** All rows of the filter, for a download; at most as many as a registry can hold. */
    @ForAnyone
    public void each(Filter filter, Consumer<ListedAccount> row) {
        try (var rows = database
                .sql(rows(filter) + " order by a.name collate names, a.id limit 20000")
                .params(filter.search().parameters())
                .param("platforms", names(filter))
                .query(ListedAccount.class)
                .stream()) {
            rows.forEach(row);
        }
    }

    private static String rows(Filter filter) {
        return "select a.id, a.name, a.platform, a.handle, " + STATE
                + " as state, a.unit_id as unit, u.name as unit_name, a.language, a.tags, a.certified_at, a.archived_on"
                + FROM + filter.search().condition() + " and " + filter.state().condition()
                + " and (cardinality(:platforms::text[]) = 0 or a.platform = any(:platforms))";
    }

    private static String[] names(Filter filter) {
        return filter.platforms().stream().map(Enum::name).toArray(String[]::new);
    }
}
