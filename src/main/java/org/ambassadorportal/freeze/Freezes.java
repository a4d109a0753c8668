package org.ambassadorportal.freeze;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ambassadorportal.identity.ForAnyone;
import org.ambassadorportal.organization.UnitKind;
import org.ambassadorportal.organization.When;
import org.ambassadorportal.social.Platform;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Is there a freeze, and does it cover what somebody wants? For anyone: a freeze is public. */
@Service
@Transactional(readOnly = true)
public class Freezes {

    private final JdbcClient database;
    private final When when;

    Freezes(JdbcClient database, When when) {
        this.database = database;
        this.when = when;
    }

    /** The window in force today, in the organization's zone; of several the one that freezes most. One statement. */
    @ForAnyone
    public Optional<FreezeNotice> inForce() {
        return windows().stream()
                .filter(WindowRow::inForce)
                .map(WindowRow::notice)
                .findFirst();
    }

    /** Whether a window in force today keeps such a unit from opening an account there. */
    @ForAnyone
    public boolean covers(UnitKind kind, Platform platform) {
        return covering(kind, platform).isPresent();
    }

    /** The window in force today that keeps such a unit from opening an account there. */
    @ForAnyone
    public Optional<FreezeNotice> covering(UnitKind kind, Platform platform) {
        return windows().stream()
                .filter(WindowRow::inForce)
                .map(WindowRow::notice)
                .filter(window -> window.covers(kind, platform))
                .findFirst();
    }

    /** How many exceptions let an account run today. */
    @ForAnyone
    public int exceptionsInForce() {
        return database.sql("""
                        select count(*) from freeze_exception
                        where state in ('APPROVED', 'ACTIVE') and :today between valid_from and valid_until""")
                .param("today", when.today())
                .query(Integer.class)
                .single();
    }

    /** All windows: those in force first, the widest of them first; then those to come, then those that are over. */
    @ForAnyone
    List<WindowRow> windows() {
        var today = when.today();
        return database.sql("""
                        select id, version, valid_from, valid_until, kinds, platforms from freeze_window
                        order by (valid_from <= :today and coalesce(valid_until, 'infinity') >= :today) desc,
                            coalesce(valid_until, 'infinity') >= :today desc,
                            cardinality(kinds) * cardinality(platforms) desc, valid_from desc, id
                        limit 100""")
                .param("today", today)
                .query((row, number) -> window(row, today))
                .list();
    }

    private static WindowRow window(ResultSet row, LocalDate today) throws SQLException {
        var from = row.getObject("valid_from", LocalDate.class);
        var until = row.getObject("valid_until", LocalDate.class);
        return new WindowRow(
                new WindowId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                from,
                until,
                read(row.getArray("kinds"), UnitKind.class),
                read(row.getArray("platforms"), Platform.class),
                !from.isAfter(today),
                until != null && until.isBefore(today));
    }

    private static <E extends Enum<E>> EnumSet<E> read(Array names, Class<E> type) throws SQLException {
        EnumSet<E> read = EnumSet.noneOf(type);
        for (var name : (String[]) names.getArray()) read.add(Enum.valueOf(type, name));
        return read;
    }
}
