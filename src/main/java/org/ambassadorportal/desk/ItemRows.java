package org.ambassadorportal.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.organization.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** How an {@link ItemRow} is read: one statement, however many rows. */
final class ItemRows {

    static final String SELECT = """
            select i.*, r.name as requester_name, r.mail as requester_mail, e.name as entered_by_name,
                   a.name as assignee_name, s.name as settled_by_name, u.name as unit_name,
                   (select max(f.reference) from desk_item f where f.follows = i.reference) as followed_by,
                   (select m.reference from desk_split d join desk_message m on m.id = d.message_id
                     where d.made = i.reference) as origin,
                   (select t.incomplete from desk_told t where t.reference = i.reference) as incomplete,
                   array(select t.name from desk_item_tag it join desk_tag t on t.id = it.tag_id
                          where it.reference = i.reference order by t.plain) as tags
              from desk_item i
              join person r on r.id = i.requester_id
              join person e on e.id = i.entered_by_id
              left join person a on a.id = i.assignee_id
              left join person s on s.id = i.settled_by_id
              left join organization_unit u on u.id = i.unit_id
            """;

    static final RowMapper<ItemRow> MAPPER = (row, number) -> new ItemRow(
            new Reference(row.getLong("reference")),
            row.getString("kind"),
            row.getString("title"),
            Status.valueOf(row.getString("status")),
            row.getString("outcome"),
            new PersonId(row.getObject("requester_id", UUID.class)),
            row.getString("requester_name"),
            row.getString("requester_mail"),
            new PersonId(row.getObject("entered_by_id", UUID.class)),
            row.getString("entered_by_name"),
            unit(row),
            row.getString("unit_name"),
            person(row, "assignee_id"),
            row.getString("assignee_name"),
            row.getObject("received_at", OffsetDateTime.class).toInstant(),
            Priority.valueOf(row.getString("priority")),
            instant(row, "first_response_at"),
            instant(row, "first_due_at"),
            instant(row, "due_at"),
            instant(row, "next_due_at"),
            Duration.ofSeconds(row.getLong("worked_seconds")),
            instant(row, "waits_since"),
            Duration.ofSeconds(row.getLong("waited_seconds")),
            instant(row, "wakes_at"),
            instant(row, "snoozed_until"),
            instant(row, "settled_at"),
            row.getString("settled_by_name"),
            row.getBoolean("unread"),
            reference(row, "follows"),
            reference(row, "followed_by"),
            reference(row, "merged_into"),
            reference(row, "origin"),
            texts(row, "tags"),
            row.getBoolean("incomplete"),
            row.getLong("version"));

    private ItemRows() {}

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new PersonId(id);
    }

    private static @Nullable UnitId unit(ResultSet row) throws SQLException {
        var id = row.getObject("unit_id", UUID.class);
        return id == null ? null : new UnitId(id);
    }

    private static @Nullable Reference reference(ResultSet row, String column) throws SQLException {
        var number = row.getObject(column, Long.class);
        return number == null ? null : new Reference(number);
    }
}
