package org.ambassadorportal.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ambassadorportal.identity.ForAdmins;
import org.ambassadorportal.identity.ForSystem;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.kernel.Cursor;
import org.ambassadorportal.kernel.Names;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.Slice;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the trail. */
@Service
class Trail {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 1_000;
    private static final Pattern REFERENCE = Pattern.compile("[Rr]-?\\d{1,18}");

    private final JdbcClient database;
    private final People people;
    private final List<Names> names;
    private final When when;

    Trail(JdbcClient database, People people, List<Names> names, When when) {
        this.database = database;
        this.people = people;
        this.names = List.copyOf(names);
        this.when = when;
    }

    /**
     * The newest entries that the filter lets through, a page of them.
     *
     * @throws Refusal when the filter names somebody or something that cannot be found
     */
    @Transactional(readOnly = true)
    @ForAdmins
    Slice<AuditRow> list(AuditFilter filter, @Nullable String after) {
        var rows = read(filter, before(after), PAGE + 1);
        return Slice.of(rows, PAGE, last -> Cursor.of(last.seq()));
    }

    /**
     * All entries that the filter lets through, newest first. No transaction stays open meanwhile: the reader may be
     * slow, and rows never change.
     *
     * @throws Refusal as {@link #list}, before the first row
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @ForAdmins
    void each(AuditFilter filter, Consumer<AuditRow> row) {
        long before = Long.MAX_VALUE;
        List<AuditRow> rows;
        do {
            rows = read(filter, before, AT_ONCE);
            rows.forEach(row);
            if (!rows.isEmpty()) before = rows.getLast().seq();
        } while (rows.size() == AT_ONCE);
    }

    /** Everything that was ever done, by its verb; found by jumping along the index, so a long trail costs no more. */
    @Transactional(readOnly = true)
    @ForAdmins
    List<String> verbs() {
        return database.sql("""
                        with recursive known(verb) as (
                            (select verb from audit_entry order by verb limit 1)
                            union all
                            select (select verb from audit_entry where verb > known.verb order by verb limit 1)
                              from known where known.verb is not null
                        )
                        select verb from known where verb is not null order by verb
                        """).query(String.class).list();
    }

    /** Forgets from where things were done before this moment; says how many addresses went. */
    @Transactional
    @ForSystem
    int forgetAddresses(java.time.Instant before) {
        return database.sql("delete from audit_address where at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private List<AuditRow> read(AuditFilter filter, long before, int limit) {
        var zone = when.zone();
        var wanted = wanted(filter);
        var sql = new StringBuilder("""
                select entry.seq, entry.at, entry.actor_kind, entry.actor, entry.verb, entry.subject, entry.reference,
                       entry.fields, entry.hash, place.address
                  from audit_entry entry left join audit_address place on place.seq = entry.seq
                 where entry.seq < :before
                """);
        var values = new HashMap<String, Object>();
        values.put("before", before);
        values.put("limit", limit);
        wanted.forEach((column, value) -> {
            sql.append(" and entry.").append(column).append(" = :").append(column);
            values.put(column, value);
        });
        if (filter.from() != null && filter.to() != null && filter.to().isBefore(filter.from()))
            throw new Refusal("to", "audit.to.before");
        if (filter.from() != null) {
            sql.append(" and entry.at >= :from");
            values.put("from", filter.from().atStartOfDay(zone).toOffsetDateTime());
        }
        if (filter.to() != null) {
            sql.append(" and entry.at < :to");
            values.put("to", filter.to().plusDays(1).atStartOfDay(zone).toOffsetDateTime());
        }
        sql.append(" order by entry.seq desc limit :limit");
        var entries =
                database.sql(sql.toString()).params(values).query(Trail::row).list();
        return named(entries);
    }

    /** What the filter asks for, by column. */
    private Map<String, Object> wanted(AuditFilter filter) {
        var wanted = new HashMap<String, Object>();
        var who = filter.who();
        if (who != null) wanted.put("actor", person("who", who));
        if (filter.verb() != null) wanted.put("verb", filter.verb());
        var about = filter.about();
        if (about != null && REFERENCE.matcher(about).matches()) {
            wanted.put("reference", "R-" + about.replaceAll("\\D", ""));
        } else if (about != null) {
            wanted.put("subject", person("about", about));
        }
        return wanted;
    }

    private UUID person(String field, String typed) {
        try {
            if (typed.length() == 36) return UUID.fromString(typed);
        } catch (IllegalArgumentException notAnId) {
            // Then it may be a mail address.
        }
        return people.byMail(typed)
                .map(person -> person.id().value())
                .orElseThrow(() -> new Refusal(field, "audit." + field + ".unknown"));
    }

    private List<AuditRow> named(List<AuditRow> entries) {
        var names = names(entries);
        var rows = new ArrayList<AuditRow>(entries.size());
        for (var entry : entries) {
            rows.add(new AuditRow(
                    entry.seq(),
                    entry.at(),
                    entry.kind(),
                    entry.actor(),
                    entry.actor() == null ? null : names.get(entry.actor()),
                    entry.verb(),
                    entry.subject(),
                    names.get(entry.subject()),
                    entry.reference(),
                    entry.fields(),
                    entry.address(),
                    entry.hash()));
        }
        return rows;
    }

    /** What the people who acted and the things they acted on are called today, all rooms asked at once. */
    private Map<UUID, String> names(List<AuditRow> entries) {
        var found = new HashMap<UUID, String>();
        if (entries.isEmpty()) return found;
        var ids = entries.stream()
                .flatMap(entry -> Stream.of(entry.subject(), entry.actor()))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(UUID[]::new);
        var all = names.stream().map(Names::sql).collect(Collectors.joining(" union all "));
        database.sql("select id, name from (" + all + ") thing (id, name) where id = any(?)")
                .param(ids)
                .query(row -> {
                    found.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return found;
    }

    private static long before(@Nullable String after) {
        try {
            return Cursor.read(after, 1)
                    .map(cursor -> Long.parseLong(cursor.values().getFirst()))
                    .orElse(Long.MAX_VALUE);
        } catch (NumberFormatException notOurs) {
            return Long.MAX_VALUE;
        }
    }

    private static AuditRow row(ResultSet row, int number) throws SQLException {
        return new AuditRow(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                ActorKind.valueOf(row.getString("actor_kind")),
                row.getObject("actor", UUID.class),
                null,
                row.getString("verb"),
                row.getObject("subject", UUID.class),
                null,
                row.getString("reference"),
                List.of((String[]) row.getArray("fields").getArray()),
                row.getString("address"),
                Hash.of(row.getBytes("hash")));
    }
}
