package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.kernel.Cursor;
import org.ambassadorportal.kernel.Slice;
import org.ambassadorportal.kernel.Total;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the list of the desk: three statements for a page, however many items there are. */
@Service
class Queue {

    private static final int PAGE = 40;
    private static final int PART = 500;
    /** So many views stand above the list, with counts; the others have their own page. */
    private static final int TABS = 16;

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z]\\w*)");

    /** PostgreSQL's word for a clock that never runs out. */
    private static final String NEVER = "infinity";

    private final JdbcClient database;
    private final Views views;
    private final People people;
    private final QueueRows words;
    private final When when;
    private final Clock clock;

    Queue(JdbcClient database, Views views, People people, QueueRows words, When when, Clock clock) {
        this.database = database;
        this.views = views;
        this.people = people;
        this.words = words;
        this.when = when;
        this.clock = clock;
    }

    /** A page of the list, with the counts of all views. */
    @ForComms
    @Transactional(readOnly = true)
    QueuePage page(QueueFilter filter, PersonId me) {
        var around = new ArrayList<QueuePage.Around>();
        var rows = listed(filter, me, around::add);
        var slice = Slice.of(rows, PAGE, row -> position(filter.inOrder(), row));
        var read = around.getFirst();
        var counted = count(filter, me, read.tabs());
        return QueuePage.of(filter, read, counted, slice, groups(filter, slice.rows()), people.commsTeam());
    }

    /** Who can have an item. */
    @ForComms
    @Transactional(readOnly = true)
    List<PersonRow> team() {
        return people.commsTeam();
    }

    /**
     * A part of what the filter holds, for a file: all that is found, however much, in the list's order; the words of
     * a search are looked for in every item.
     */
    @ForComms
    @Transactional(readOnly = true)
    Slice<ItemRow> part(QueueFilter filter, PersonId me) {
        var order = filter.inOrder();
        var query = behind(filter, me);
        if (query.searches())
            query.and("(desk_query(:words) is null or exists (select 1 from desk_words w"
                    + " where w.reference = i.reference and w.words @@ desk_query(:words)))");
        var rows = database.sql(
                        ItemRows.SELECT + " where " + query.where + " order by " + order.by + " limit " + (PART + 1))
                .params(query.params)
                .query(ItemRows.MAPPER)
                .list();
        return Slice.of(rows, PART, row -> position(order, row));
    }

    /** The items of the whole filter, by reference; at most so many. */
    @ForComms
    @Transactional(readOnly = true)
    List<Long> references(QueueFilter filter, PersonId me, int most) {
        var query = narrowed(filter, me);
        return database.sql("select i.reference from desk_item i where " + query.whole()
                        + " order by i.reference limit " + most)
                .params(query.params)
                .query(Long.class)
                .list();
    }

    /**
     * How many items have changed since a list was read: those that it shows, and those that belong there now. Words
     * are not searched for again; with them, what is new is found when the list is read once more.
     */
    @ForComms
    @Transactional(readOnly = true)
    int changed(QueueFilter filter, PersonId me, Seen seen, List<Long> shown, int limit) {
        var query = narrowed(filter.words(null), me);
        var belongs = filter.words() == null ? query.where.toString() : "false";
        query.put("seen", seen.snapshot());
        query.put("shown", shown.toArray(Long[]::new));
        return database.sql(
                        "select count(*) from (select 1 from desk_change c join desk_item i on i.reference = c.reference"
                                + " where " + Seen.unseen("seen") + " and (i.reference = any(:shown) or (" + belongs
                                + ")) limit "
                                + limit + ") changed")
                .params(query.params)
                .query(Integer.class)
                .single();
    }

    private Narrowed ordered(QueueFilter filter, PersonId me, int limit) {
        var order = filter.inOrder();
        var query = behind(filter, me);
        var where = query.where.toString();
        // Which items they are is found first, and only then what is said of each.
        query.found = (query.searches()
                        ? Search.rows(where, order, limit)
                        : "i.reference = any (array(select i.reference from desk_item i where " + where + " order by "
                                + order.by + " limit " + limit + "))")
                + " order by " + order.by + " limit " + limit;
        return query;
    }

    /** The conditions of the filter, and to be behind the position at which to go on. */
    private Narrowed behind(QueueFilter filter, PersonId me) {
        var query = narrowed(filter, me);
        var order = filter.inOrder();
        Cursor.read(filter.after(), 3).filter(Queue::sound).ifPresent(after -> {
            query.and(order.behind);
            query.put("after0", after.values().get(0));
            query.put("after1", after.values().get(1));
            query.put("after2", after.values().get(2));
        });
        return query;
    }

    /** The rows of a page, and in the same statement, so of the same moment, what stands around them. */
    private List<ItemRow> listed(QueueFilter filter, PersonId me, Consumer<QueuePage.Around> around) {
        var query = ordered(filter, me, PAGE + 1);
        query.put("unit", filter.unit() == null ? null : filter.unit().value());
        var sql = "select * from (select " + Views.ALL + " as my_views, " + Seen.NOW + " as my_seen, "
                + "(select name from organization_unit where id = :unit::uuid) as my_unit, "
                + "coalesce((select keys from desk_preference where person_id = :me::uuid), true) as my_keys, "
                + "array(select name from desk_tag order by used_at desc limit 12) as my_tags) mine left join lateral ("
                + ItemRows.SELECT + " where " + query.found + ") listed on true";
        var rows = new ArrayList<ItemRow>();
        database.sql(sql).params(query.params).query(row -> {
            if (rows.isEmpty())
                around.accept(new QueuePage.Around(
                        views.read(row.getString("my_views")),
                        row.getString("my_unit"),
                        row.getBoolean("my_keys"),
                        ItemRows.texts(row, "my_tags"),
                        row.getString("my_seen")));
            if (row.getObject("reference") != null) rows.add(ItemRows.MAPPER.mapRow(row, rows.size()));
        });
        return rows;
    }

    private QueuePage.Counted count(QueueFilter filter, PersonId me, List<Tab> tabs) {
        int shown = Math.min(TABS, tabs.size());
        var same = tabs.stream()
                .limit(shown)
                .filter(tab -> tab.holdsTheSameAs(filter))
                .findFirst();
        var query = narrowed(filter, me);
        var sql = new StringBuilder("select ");
        var params = new HashMap<>(query.params);
        for (int at = 0; at < shown; at++) {
            // Each with names of its own for its parameters, so that all stand in one statement.
            var prefix = "tab" + at + "_";
            var its = narrowed(tabs.get(at).filter(), me);
            its.params.forEach((name, value) -> params.put(prefix + name, value));
            sql.append(PARAMETER.matcher(counting(its, tabs.get(at).filter())).replaceAll(":" + prefix + "$1"))
                    .append(" as tab")
                    .append(at)
                    .append(", ");
        }
        // A list that is one of the views is counted with them.
        sql.append(same.map(tab -> "0").orElseGet(() -> counting(query, filter)))
                .append(" as total");
        return database.sql(sql.toString())
                .params(params)
                .query((row, number) -> {
                    var counted = new ArrayList<Tab>(tabs);
                    for (int at = 0; at < shown; at++)
                        counted.set(at, tabs.get(at).counted(Search.total(row.getInt("tab" + at))));
                    return new QueuePage.Counted(
                            counted,
                            same.map(tab -> counted.get(tabs.indexOf(tab)).total())
                                    .orElse(Search.total(row.getInt("total"))));
                })
                .single();
    }

    private static String counting(Narrowed query, QueueFilter filter) {
        return query.searches()
                ? Search.total(query.where.toString(), filter.inOrder(), PAGE)
                : counting(query.where.toString());
    }

    private static String counting(String where) {
        return "(select count(*) from (select 1 from desk_item i where " + where + " limit " + Total.LIMIT + ") c)";
    }

    private Narrowed narrowed(QueueFilter filter, PersonId me) {
        var query = new Narrowed(filter, me);
        if (filter.due() != null) query.due(filter.due(), clock.instant(), when.zone());
        return query;
    }

    private static Cursor position(View.Order order, ItemRow row) {
        var at = switch (order) {
            case DUE, PRIORITY -> row.nextDueAt();
            case OLDEST, NEWEST -> row.receivedAt();
            case SETTLED -> row.settledAt();
        };
        return Cursor.of(
                row.priority().rank(), at == null ? NEVER : at, row.reference().number());
    }

    /** Whether the values of a position are what the statement takes; anything else is the list's beginning. */
    private static boolean sound(Cursor after) {
        try {
            if (!NEVER.equals(after.values().get(1)) && !isTime(after.values().get(1))) return false;
            return after.values().get(0).matches("[0-2]")
                    && isNumber(after.values().get(2));
        } catch (RuntimeException madeUp) {
            return false;
        }
    }

    static boolean isNumber(String text) {
        return text.matches("[0-9]{1,18}");
    }

    /** Whether the database can read it as a time, too, which knows fewer years. */
    static boolean isTime(String text) {
        int year = Instant.parse(text).atOffset(ZoneOffset.UTC).getYear();
        return year >= 1 && year <= 9999;
    }

    /** Puts the rows under headings by when they are due. */
    private List<QueuePage.Group> groups(QueueFilter filter, List<ItemRow> rows) {
        var now = clock.instant();
        var row = words.in(filter);
        var groups = new ArrayList<QueuePage.Group>();
        for (var item : rows) {
            var heading = filter.inOrder() == View.Order.DUE ? heading(item, now) : "";
            if (groups.isEmpty() || !groups.getLast().heading().equals(heading)) {
                groups.add(new QueuePage.Group(heading, new ArrayList<>()));
            }
            groups.getLast().rows().add(row.apply(item));
        }
        return groups;
    }

    private String heading(ItemRow row, Instant now) {
        var due = row.nextDueAt();
        if (due == null) return row.status().isOver() ? "over" : "pending";
        for (var span : Due.values()) if (due.isBefore(span.until(now, when.zone()))) return span.key();
        return "later";
    }

    /** The conditions of a filter, with their parameters beside them. */
    private static final class Narrowed {

        private final StringBuilder where;
        private final Map<String, @Nullable Object> params = new HashMap<>();
        private String found = "";

        Narrowed(QueueFilter filter, PersonId me) {
            where = new StringBuilder(
                    filter.due() == null ? filter.view().where : filter.view().whereDue());
            put("me", me.value());
            if (filter.kind() != null) {
                and("i.kind = :kind");
                put("kind", filter.kind());
            }
            if (filter.status() != null) {
                and("i.status = :status");
                put("status", filter.status().name());
            }
            if (QueueFilter.NOBODY.equals(filter.who())) and("i.assignee_id is null");
            var assignee = filter.assignee(me);
            if (assignee != null) {
                and("i.assignee_id = :assignee");
                put("assignee", assignee.value());
            }
            if (filter.unit() != null) {
                // As an array, so that the index on units is used: of a recursion the planner expects a thousand units.
                and("""
                        i.unit_id = any (array(with recursive below(id) as (
                            select :unit::uuid
                            union select u.id from organization_unit u join below b on u.parent_id = b.id)
                          select id from below))
                        """);
                put("unit", filter.unit().value());
            }
            if (filter.priority() != null) {
                and("i.priority = :priority");
                put("priority", filter.priority().name());
            }
            if (filter.tag() != null) {
                and("i.reference in (select tagged.reference from desk_item_tag tagged where tagged.tag_id = ("
                        + Tags.NAMED + "))");
                put("tag", filter.tag());
            }
            var mail = filter.mail();
            if (mail != null) {
                and("(i.requester_id = (select id from person where lower(mail) = :mail)"
                        + " or i.entered_by_id = (select id from person where lower(mail) = :mail))");
                put("mail", mail);
            } else if (filter.words() != null) {
                put("words", Words.of(filter.words()).lexemes().toArray(String[]::new));
            }
        }

        void due(Due due, Instant now, ZoneId zone) {
            // A clock may run on while an item waits; nothing is due where none runs.
            // Said as the index has it, so that what is due is read from it, however much waits.
            and("i.status in ('NEW', 'OPEN', 'PENDING') and coalesce(i.next_due_at, 'infinity') < :due_until");
            put("due_until", due.until(now, zone).atOffset(ZoneOffset.UTC));
            var from = due.from(now);
            if (from == null) return;
            and("i.next_due_at >= :due_from");
            put("due_from", from.atOffset(ZoneOffset.UTC));
        }

        /** With the words: for statements that go through all items of a filter. */
        String whole() {
            if (!params.containsKey("words")) return where.toString();
            return where
                    + " and (desk_query(:words) is null or i.reference in (select w.reference from desk_words w"
                    + " where w.words @@ desk_query(:words)))";
        }

        boolean searches() {
            return params.containsKey("words");
        }

        void and(String condition) {
            where.append(" and ").append(condition);
        }

        void put(String name, @Nullable Object value) {
            params.put(name, value);
        }
    }
}
