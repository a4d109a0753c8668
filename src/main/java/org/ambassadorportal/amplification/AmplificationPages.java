package org.ambassadorportal.amplification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.registry.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What pages show of a request, in one statement. */
@Service
@Transactional(readOnly = true)
class AmplificationPages {

    private static final String PAGE = """
            select r.reference, r.version, r.state, r.subject, r.title, r.link, r.text, r.day, r.time, r.help_words,
                r.repost, r.pictures, r.patients, r.warnings, r.run_account_id, r.run_day,
                d.name as decided_by, r.decided_at, r.reason,
                array(select h.help from amplification_help h where h.request_id = r.id) as help,
                array(select c.rule from amplification_confirmed c where c.request_id = r.id) as confirmed,
                array(select a.account_id from amplification_account a where a.request_id = r.id) as accounts,
                array(select p.name from amplification_ambassador a join person p on p.id = a.person_id
                    where a.request_id = r.id order by p.name) as ambassadors,
                array(select n.account_id || ' ' || n.ran_on || ' ' || n.link from amplification_run n
                    where n.request_id = r.id order by n.ran_on, n.noted_at) as runs
            from amplification_request r
            left join person d on d.id = r.decided_by_id
            where r.reference = :reference""";

    private final JdbcClient database;

    AmplificationPages(JdbcClient database) {
        this.database = database;
    }

    /** A request for the people who may see it; the desk asks before whether the viewer may. */
    @ForInside
    AmplificationPage page(Reference reference) {
        return database.sql(PAGE)
                .param("reference", reference.number())
                .query(AmplificationPages::row)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static AmplificationPage row(ResultSet row, int number) throws SQLException {
        var runAccount = row.getObject("run_account_id", UUID.class);
        var decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new AmplificationPage(
                Reference.of(row.getLong("reference")),
                row.getLong("version"),
                AmplificationState.valueOf(row.getString("state")),
                Subject.valueOf(row.getString("subject")),
                row.getString("title"),
                row.getString("link"),
                row.getString("text"),
                row.getObject("day", LocalDate.class),
                row.getObject("time", LocalTime.class),
                texts(row, "help").map(Help::valueOf).sorted().toList(),
                row.getString("help_words"),
                row.getString("repost"),
                Pictures.valueOf(row.getString("pictures")),
                row.getBoolean("patients"),
                texts(row, "confirmed").map(PatientRule::valueOf).sorted().toList(),
                texts(row, "warnings").map(Revealing.Kind::valueOf).toList(),
                accounts(row),
                texts(row, "ambassadors").toList(),
                runAccount == null ? null : new AccountId(runAccount),
                row.getObject("run_day", LocalDate.class),
                texts(row, "runs").map(AmplificationPages::run).toList(),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("reason"));
    }

    private static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray());
    }

    private static List<AccountId> accounts(ResultSet row) throws SQLException {
        var ids = (UUID[]) row.getArray("accounts").getArray();
        return Arrays.stream(ids).map(AccountId::new).toList();
    }

    private static AmplificationPage.Ran run(String text) {
        var parts = text.split(" ", 3);
        return new AmplificationPage.Ran(AccountId.of(parts[0]), parts[2], LocalDate.parse(parts[1]));
    }
}
