package org.ambassadorportal.freeze;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.ForAdmins;
import org.ambassadorportal.identity.ForAnyone;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.ForSystem;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Cursor;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Slice;
import org.ambassadorportal.organization.When;
import org.ambassadorportal.registry.AccountId;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the exceptions for pages. Where one stands is computed from its dates and the organization's day, always. */
@Service
@Transactional(readOnly = true)
class ExceptionList {

    private static final int PAGE = 50;
    private static final PersonId NOBODY = new PersonId(new java.util.UUID(0, 0));

    /** All exceptions, with where they stand today. */
    private static final String LIST = """
            (select e.*, u.name as unit_name, d.name as decided_by_name,
                coalesce(e.valid_until, e.asked_until) as ends,
                case when e.state in ('APPROVED', 'ACTIVE') and e.valid_until < :today then 'EXPIRED' else e.state end as now,
                x.reference as open_item, x.asked_until as open_until, x.asked_by_id as open_asked_by,
                x.reviewer_ids as open_reviewers, least(x.asked_at, case when e.state = 'IN_REVIEW' then e.asked_at end) as waits_since
            from freeze_exception e
            join organization_unit u on u.id = e.unit_id
            left join person d on d.id = e.decided_by_id
            left join freeze_extension x on x.exception_id = e.id and x.state = 'IN_REVIEW') x""";

    private static final String ROW = """
            select x.id, x.reference, x.account_name, x.platform, x.handle, x.unit_name, x.now as state, x.asked_until,
                x.valid_from, x.valid_until, x.first_until, x.ends, x.extensions, x.conditions, x.decided_by_name, x.decided_at,
                x.requester_id as requester, x.entered_by_id as entered_by, x.sponsor_id as sponsor,
                exists (select 1 from freeze_exception_reviewer r where r.exception_id = x.id and r.person_id = :viewer) as viewer_reviewed,
                x.open_item, x.open_until, x.open_asked_by, coalesce(:viewer = any(x.open_reviewers), false) as viewer_reviewed_open,
                :today::date as today
            from\s""";

    private final JdbcClient database;
    private final FreezeSettings settings;
    private final When when;

    ExceptionList(JdbcClient database, FreezeSettings settings, When when) {
        this.database = database;
        this.settings = settings;
        this.when = when;
    }

    /**
     * How many exceptions there are in each view, and what waits for a decision.
     *
     * @param waitsSince when the one that has waited longest was asked for
     */
    record Counts(
            Map<ExceptionView, Integer> views, @Nullable Instant waitsSince) {}

    /** An account of the registry that was opened during the freeze and has no exception in force. */
    record Unsanctioned(
            AccountId id,
            String name,
            Platform platform,
            String handle,
            String unitName,
            LocalDate since,
            @Nullable LocalDate endedOn) {

        public String label() {
            return name + ", " + platform.label();
        }
    }

    /** The exceptions that anyone may see: those that were granted. In force first, the next to end on top. */
    @ForAnyone
    public List<ExceptionRow> granted() {
        return database.sql(ROW + LIST
                        + " where x.now in ('APPROVED', 'ACTIVE', 'EXPIRED', 'REVOKED')"
                        + " order by x.now in ('APPROVED', 'ACTIVE') desc, case when x.now in ('APPROVED', 'ACTIVE') then x.ends end,"
                        + " x.ends desc, x.id limit 500")
                .param("today", when.today())
                .param("viewer", NOBODY.value())
                .query(ExceptionRow.class)
                .list();
    }

    @ForAdmins
    public Counts counts() {
        var columns = Arrays.stream(ExceptionView.values())
                .map(view -> "count(*) filter (where " + view.condition() + ") as " + view.name())
                .collect(Collectors.joining(", "));
        return database.sql("select " + columns + ", min(x.waits_since) as since from " + LIST)
                .param("today", when.today())
                .query((row, number) -> {
                    Map<ExceptionView, Integer> views = new EnumMap<>(ExceptionView.class);
                    for (var view : ExceptionView.values()) views.put(view, row.getInt(view.name()));
                    var since = row.getTimestamp("since");
                    return new Counts(views, since == null ? null : since.toInstant());
                })
                .single();
    }

    /**
     * A page of the list.
     *
     * @param byAccount by the account's name; otherwise by the end, the next to end first
     */
    @ForAdmins
    public Slice<ExceptionRow> page(ExceptionView view, boolean byAccount, PersonId viewer, @Nullable String after) {
        var order = byAccount ? "x.account_name collate names" : "x.ends";
        var position = Cursor.read(after, 2);
        var bound = byAccount ? ":position" : ":position::date";
        var statement = database.sql(ROW + LIST + " where " + view.condition()
                        + (position.isPresent() ? " and (" + order + ", x.id) > (" + bound + ", :id)" : "")
                        + " order by " + order + ", x.id limit " + (PAGE + 1))
                .param("today", when.today())
                .param("viewer", viewer.value());
        if (position.isPresent()) {
            statement = statement
                    .param(
                            "position",
                            bounded(byAccount, position.get().values().get(0)))
                    .param("id", ExceptionId.of(position.get().values().get(1)).value());
        }
        return Slice.of(
                statement.query(ExceptionRow.class).list(),
                PAGE,
                row -> Cursor.of(
                        byAccount ? row.accountName() : row.ends(), row.id().value()));
    }

    private static String bounded(boolean byAccount, String position) {
        if (!byAccount && !position.matches("\\d{4}-\\d{2}-\\d{2}")) throw new NotFound();
        return position;
    }

    @ForAdmins
    public void each(ExceptionView view, PersonId viewer, Consumer<ExceptionRow> row) {
        try (var rows = database
                .sql(ROW + LIST + " where " + view.condition() + " order by x.ends, x.id limit 20000")
                .param("today", when.today())
                .param("viewer", viewer.value())
                .query(ExceptionRow.class)
                .stream()) {
            rows.forEach(row);
        }
    }

    /** The exception with this reference, or with an extension of this reference. Whoever calls says who may see it. */
    @ForSignedIn
    public CasePage find(Reference item, PersonId viewer) {
        var row = database.sql("""
                        select e.id, e.reference, e.state, e.requester_id as requester, r.name as requester_name,
                            e.entered_by_id as entered_by, b.name as entered_by_name, e.account_name, e.platform, e.handle,
                            u.name as unit_name, e.sponsor_id as sponsor, e.sponsor_name, e.sponsor_title, s.mail as sponsor_mail,
                            e.reason, e.audience, e.asked_from, e.asked_until, e.asked_at, e.verdict, e.review_words,
                            v.name as reviewed_by_name, e.reviewed_at, e.conditions, e.valid_from, e.valid_until, e.first_until,
                            e.extensions, d.name as decided_by_name, e.decided_at, e.decision_reason, e.account_id as account,
                            exists (select 1 from freeze_exception_reviewer w where w.exception_id = e.id and w.person_id = :viewer) as viewer_reviewed,
                            exists (select 1 from freeze_exception_administrator a where a.exception_id = e.id and a.person_id = :viewer) as viewer_runs,
                            exists (select 1 from person p where p.id = :viewer and p.role = 'ADMIN') as viewer_admin,
                            (select string_agg(p.name, E'\n' order by p.name) from freeze_exception_administrator a
                                join person p on p.id = a.person_id where a.exception_id = e.id) as administrator_names
                        from freeze_exception e
                        join person r on r.id = e.requester_id
                        join person b on b.id = e.entered_by_id
                        join person s on s.id = e.sponsor_id
                        join organization_unit u on u.id = e.unit_id
                        left join person v on v.id = e.reviewed_by_id
                        left join person d on d.id = e.decided_by_id
                        where e.reference = :item
                            or e.id = (select x.exception_id from freeze_extension x where x.reference = :item)""")
                .param("item", item.number())
                .param("viewer", viewer.value())
                .query(CasePage.CaseRow.class)
                .optional()
                .orElseThrow(NotFound::new);
        return new CasePage(
                row, extensions(row.id(), viewer), row.administrators(), viewer, when.today(), settings.extensions());
    }

    private List<CasePage.ExtensionRow> extensions(ExceptionId id, PersonId viewer) {
        return database.sql("""
                        select x.reference, x.state, x.asked_by_id as asked_by, a.name as asked_by_name, x.asked_until, x.asked_at,
                            x.reason, x.verdict, x.review_words, v.name as reviewed_by_name, x.reviewed_at,
                            d.name as decided_by_name, x.decided_at, x.decision_reason,
                            :viewer = any(x.reviewer_ids) as viewer_reviewed
                        from freeze_extension x
                        join person a on a.id = x.asked_by_id
                        left join person v on v.id = x.reviewed_by_id
                        left join person d on d.id = x.decided_by_id
                        where x.exception_id = :id order by x.asked_at""")
                .param("id", id.value())
                .param("viewer", viewer.value())
                .query(CasePage.ExtensionRow.class)
                .list();
    }

    /** The exception as one of its people sees it; for anybody else there is none. */
    @ForSignedIn
    public CasePage mine(Reference reference, PersonId who) {
        var page = find(reference, who);
        if (!page.belongsToViewer()) throw new NotFound();
        return page;
    }

    /** Accounts that were opened while a freeze that is in force today covered them, and have no exception in force. */
    @ForAdmins
    public List<Unsanctioned> unsanctioned() {
        return database.sql("select * " + UNSANCTIONED + " order by since desc, id limit 500")
                .param("today", when.today())
                .param("zone", when.zone().getId())
                .query(Unsanctioned.class)
                .list();
    }

    @ForAdmins
    public int countUnsanctioned() {
        return database.sql("select count(*) " + UNSANCTIONED)
                .param("today", when.today())
                .param("zone", when.zone().getId())
                .query(Integer.class)
                .single();
    }

    private static final String UNSANCTIONED = """
            from (select a.id, a.name, a.platform, a.handle, u.name as unit_name, u.kind,
                    coalesce(a.opened_on, (a.registered_at at time zone :zone)::date) as since,
                    (select max(case when e.state = 'REVOKED' then (e.decided_at at time zone :zone)::date else e.valid_until end)
                        from freeze_exception e where e.account_id = a.id) as ended_on
                from registry_account a join organization_unit u on u.id = a.unit_id
                where a.kind = 'OFFICIAL' and a.state <> 'ARCHIVED'
                    and not exists (select 1 from freeze_exception e where e.account_id = a.id and e.state = 'ACTIVE'
                        and :today::date between e.valid_from and e.valid_until)) a
            where exists (select 1 from freeze_scope s where s.platform = a.platform
                and s.kind = case when a.kind in ('SECTION', 'LAB') then 'DEPARTMENT' else a.kind end
                and s.span @> a.since and s.span @> :today::date)""";

    /** Exceptions whose last day is over, and of which nobody has been told yet. */
    @ForSystem
    public List<ExceptionId> toExpire() {
        return database.sql("""
                        select id from freeze_exception
                        where state in ('APPROVED', 'ACTIVE') and valid_until < :today order by valid_until limit 500""")
                .param("today", when.today())
                .query((row, number) -> new ExceptionId(row.getObject("id", java.util.UUID.class)))
                .list();
    }
}
