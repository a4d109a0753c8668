package org.ambassadorportal.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what hangs on an item, all of it with one statement. */
@Service
class Surroundings {

    private static final String SELECT = Family.WITH + """
            select 'HISTORY' as what, null::uuid as id, null::text as name, null::bigint as reference,
                   null::text as kind, null::text as title, null::timestamptz as at
              from desk_preference where person_id = :me and not history
            union all
            select 'FAIR', null, null, null, null, null, null
             where exists (select from desk_assignment_member g where g.kind = :kind)
            union all
            select 'HELP', null, p.name, null, case when h.helped then 'yes' else 'no' end, h.words, h.told_at
              from desk_help h join person p on p.id = h.told_by_id where h.reference = :reference
            union all
            (select 'WATCHER', p.id, p.name, null, null, null, w.since
               from desk_watch w join person p on p.id = w.person_id
              where w.reference = :reference and not p.disabled and p.role in ('COMMS', 'ADMIN')
              order by p.name, p.id)
            union all
            select 'LINK', null, null, o.reference, o.kind, o.title, l.at
              from (select y.other as reference, y.at from family f join desk_link y on y.one = f.reference
                    union select z.one, z.at from family f join desk_link z on z.other = f.reference) l
              join desk_item o on o.reference = l.reference
             where o.reference not in (select reference from family)
            union all
            (select 'MERGED', null, p.name, i.reference, i.kind, i.title, d.at
               from family f join desk_merge d on d.stays = f.reference
               join desk_item i on i.reference = d.merged join person p on p.id = d.by_id
              order by d.at)
            union all
            (select 'CANDIDATE', null, null, c.reference, c.kind, c.title, c.received_at
               from desk_item c
              where :mergeable and c.requester_id = :requester and c.reference <> :reference
                and c.status in ('NEW', 'OPEN', 'PENDING') and c.outcome is null and (:free or c.kind = :kind)
              order by c.received_at, c.reference limit 20)
            """;

    private final Kinds kinds;
    private final JdbcClient database;
    private final Clock clock;

    Surroundings(Kinds kinds, JdbcClient database, Clock clock) {
        this.kinds = kinds;
        this.database = database;
        this.clock = clock;
    }

    @ForComms
    @Transactional(readOnly = true)
    Around of(ItemRow item, PersonId me) {
        var found = new Found();
        database.sql(SELECT)
                .param("me", me.value())
                .param("reference", item.reference().number())
                .param("requester", item.requester().value())
                .param("kind", item.kind())
                .param("free", kinds.get(item.kind()).settledByDesk())
                .param("mergeable", !item.status().isOver() && item.outcome() == null)
                .query(found::take);
        return found.around();
    }

    /** The rows, each put where it belongs. */
    private final class Found {

        private final List<Around.Watcher> watchers = new ArrayList<>();
        private final List<Around.Other> links = new ArrayList<>();
        private final List<Around.Merged> merged = new ArrayList<>();
        private final List<Around.Candidate> candidates = new ArrayList<>();
        private boolean history = true;
        private boolean fair;
        private @Nullable Help help;

        void take(ResultSet row) throws SQLException {
            switch (row.getString("what")) {
                case "HISTORY" -> history = false;
                case "FAIR" -> fair = true;
                case "HELP" ->
                    help = new Help(
                            "yes".equals(row.getString("kind")),
                            row.getString("title"),
                            row.getString("name"),
                            at(row));
                case "WATCHER" ->
                    watchers.add(
                            new Around.Watcher(new PersonId(row.getObject("id", UUID.class)), row.getString("name")));
                case "LINK" -> links.add(other(row));
                case "MERGED" ->
                    merged.add(new Around.Merged(other(row), row.getString("name"), at(row), undoUntil(at(row))));
                case "CANDIDATE" -> candidates.add(candidate(other(row)));
                default -> throw new IllegalStateException(row.getString("what"));
            }
        }

        private static Around.Other other(ResultSet row) throws SQLException {
            return new Around.Other(
                    new Reference(row.getLong("reference")), row.getString("kind"), row.getString("title"));
        }

        private static Instant at(ResultSet row) throws SQLException {
            return row.getObject("at", OffsetDateTime.class).toInstant();
        }

        private @Nullable Instant undoUntil(Instant at) {
            var until = at.plus(Merges.UNDO);
            return clock.instant().isAfter(until) ? null : until;
        }

        private Around.Candidate candidate(Around.Other one) {
            return new Around.Candidate(
                    one.reference(), one.reference() + " · " + kinds.label(one.kind()) + " · " + one.title());
        }

        Around around() {
            return new Around(watchers, history, links, merged, candidates, fair, help);
        }
    }
}
