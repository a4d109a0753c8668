package org.ambassadorportal.registry;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ambassadorportal.identity.ForAdmins;
import org.ambassadorportal.kernel.Cursor;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Slice;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.organization.When;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What admins read of the registry: everything. */
@Service
@Transactional(readOnly = true)
class AccountAdministration {

    private static final int PAGE = 50;

    private static final String FROM =
            " from registry_account a left join organization_unit u on u.id = a.unit_id where ";

    private final JdbcClient database;
    private final When when;
    private final RegistrySettings settings;
    private final Clock clock;

    AccountAdministration(JdbcClient database, When when, RegistrySettings settings, Clock clock) {
        this.database = database;
        this.when = when;
        this.settings = settings;
        this.clock = clock;
    }

    /** A row of the admins' list. */
    record Row(
            AccountId id,
            String name,
            Platform platform,
            String handle,
            AccountKind kind,
            AccountState state,
            @Nullable UnitId unit,
            @Nullable String unitName,
            int administrators,
            @Nullable Instant certifiedAt,
            boolean due,
            String language,
            String tags,
            @Nullable LocalDate openedOn,
            @Nullable LocalDate archivedOn,
            @Nullable Long followers) {

        public String shown() {
            return Handles.shown(platform, handle);
        }

        public String url() {
            return Handles.url(platform, handle);
        }

        public String label() {
            return name + ", " + platform.label();
        }

        public boolean tooFewAdministrators() {
            return kind == AccountKind.OFFICIAL && state != AccountState.ARCHIVED && administrators < 2;
        }
    }

    @ForAdmins
    public Slice<Row> page(AccountSearch search, AdminView view, @Nullable String after) {
        var position = Cursor.read(after, 2);
        var statement = database.sql(rows(search, view)
                        + (position.isPresent() ? " and (a.name collate names, a.id) > (:name, :id)" : "")
                        + " order by a.name collate names, a.id limit " + (PAGE + 1))
                .params(search.parameters())
                .param("stale", stale());
        if (position.isPresent()) {
            statement = statement
                    .param("name", position.get().values().get(0))
                    .param("id", AccountId.of(position.get().values().get(1)).value());
        }
        return Slice.of(statement.query(Row.class).list(), PAGE, row -> Cursor.of(row.name(), row.id()));
    }

    /** How many accounts each view has, given the search. */
    @ForAdmins
    public Map<AdminView, Integer> counts(AccountSearch search) {
        var columns = java.util.Arrays.stream(AdminView.values())
                .map(view -> "count(*) filter (where " + view.condition() + ") as " + view.name())
                .collect(Collectors.joining(", "));
        var row = database.sql("select " + columns + FROM + search.condition())
                .params(search.parameters())
                .param("stale", stale())
                .query()
                .singleRow();
        Map<AdminView, Integer> counts = new EnumMap<>(AdminView.class);
        for (var view : AdminView.values()) {
            counts.put(view, ((Number) java.util.Objects.requireNonNull(row.get(view.name()))).intValue());
        }
        return counts;
    }

    /** All rows, for a download. */
    @ForAdmins
    public void each(AccountSearch search, AdminView view, Consumer<Row> row) {
        try (var rows = database
                .sql(rows(search, view) + " order by a.name collate names, a.id limit 20000")
                .params(search.parameters())
                .param("stale", stale())
                .query(Row.class)
                .stream()) {
            rows.forEach(row);
        }
    }

    private static String rows(AccountSearch search, AdminView view) {
        return """
                select a.id, a.name, a.platform, a.handle, a.kind, a.state, a.unit_id as unit, u.name as unit_name,
                    (select count(*) from registry_administrator h where h.account_id = a.id) as administrators,
                    a.certified_at, coalesce(a.kind = 'OFFICIAL' and a.state = 'PUBLISHED' and a.certified_at < :stale, false) as due,
                    a.language, a.tags, a.opened_on, a.archived_on,
                    (select c.followers from registry_follower_count c where c.account_id = a.id order by c.day desc limit 1) as followers""" + FROM + search.condition() + " and " + view.condition();
    }

    private OffsetDateTime stale() {
        return clock.instant()
                .atZone(when.zone())
                .minus(settings.certifyEvery())
                .toOffsetDateTime()
                .withOffsetSameInstant(ZoneOffset.UTC);
    }

    /** The account with its administrators, earlier names and counts. */
    @ForAdmins
    public AccountPage.Whole account(AccountId id) {
        var account = database.sql("""
                        select a.id, a.version, a.kind, a.state, a.name, a.platform, a.handle, a.stable_id,
                            a.unit_id as unit, u.name as unit_name, a.language, a.tags, a.opened_on, a.registered_at,
                            a.certified_at, a.archived_on, a.successor_id as successor, s.name as successor_name, a.reported_on
                        from registry_account a
                        left join organization_unit u on u.id = a.unit_id
                        left join registry_account s on s.id = a.successor_id
                        where a.id = :id""")
                .param("id", id.value())
                .query(AccountPage.class)
                .optional()
                .orElseThrow(NotFound::new);
        return new AccountPage.Whole(account, administrators(id), earlierNames(id), counts(id));
    }

    private List<AccountPage.Administrator> administrators(AccountId id) {
        return database.sql("""
                        select p.name, p.mail from registry_administrator h join person p on p.id = h.person_id
                        where h.account_id = :id order by p.name collate names""")
                .param("id", id.value())
                .query(AccountPage.Administrator.class)
                .list();
    }

    private List<AccountPage.EarlierName> earlierNames(AccountId id) {
        return database.sql(
                        "select handle, until from registry_earlier_name where account_id = :id order by until desc")
                .param("id", id.value())
                .query(AccountPage.EarlierName.class)
                .list();
    }

    /** The latest 500 counts, oldest first; more than a picture can show. */
    private List<AccountPage.Count> counts(AccountId id) {
        return database.sql("""
                        select day, followers, source from registry_follower_count where account_id = :id
                        order by day desc limit 500""")
                .param("id", id.value())
                .query(AccountPage.Count.class)
                .list()
                .reversed();
    }

    /** The day by which the owner must confirm it again. */
    @ForAdmins
    public @Nullable LocalDate due(AccountPage account) {
        return account.certifiedAt() == null || account.state() != AccountState.PUBLISHED
                ? null
                : when.dayOf(account.certifiedAt()).plus(settings.certifyEvery());
    }
}
