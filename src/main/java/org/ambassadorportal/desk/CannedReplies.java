package org.ambassadorportal.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.kernel.Submissions;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Replies that are written once and used often: those of the whole team, which all of it may change, and everybody's
 * own. Somebody else's own are not there.
 */
@Service
class CannedReplies {

    static final int MOST = 200;

    private static final String SELECT = """
            select c.*, p.name as owner_name, coalesce(c.owner_id = :me, false) as mine
              from desk_canned c left join person p on p.id = c.owner_id
             where (c.shared or c.owner_id = :me)
            """;

    private final Desk desk;
    private final Variables variables;
    private final Submissions submissions;
    private final JdbcClient database;

    CannedReplies(Desk desk, Variables variables, Submissions submissions, JdbcClient database) {
        this.desk = desk;
        this.variables = variables;
        this.submissions = submissions;
        this.database = database;
    }

    /** Those this person may use, the team's first. */
    @ForComms
    @Transactional(readOnly = true)
    List<Canned> of(PersonId me) {
        return database.sql(SELECT + " order by c.shared desc, lower(c.title), c.id limit " + MOST * 2)
                .param("me", me.value())
                .query((row, number) -> canned(row))
                .list();
    }

    /** @throws NotFound when there is none, or it is somebody else's own */
    @ForComms
    @Transactional(readOnly = true)
    Canned get(CannedId id, PersonId me) {
        return find(id, me).orElseThrow(NotFound::new);
    }

    /** One that this person may use, if there still is. */
    @ForComms
    @Transactional(readOnly = true)
    Optional<Canned> find(CannedId id, PersonId me) {
        return database.sql(SELECT + " and c.id = :id")
                .param("me", me.value())
                .param("id", id.value())
                .query((row, number) -> canned(row))
                .optional();
    }

    private static Canned canned(ResultSet row) throws SQLException {
        return new Canned(
                new CannedId(row.getObject("id", UUID.class)),
                row.getString("title"),
                row.getString("words"),
                row.getString("owner_name"),
                row.getBoolean("mine"),
                row.getBoolean("shared"),
                row.getLong("used"),
                ItemRows.instant(row, "used_at"),
                row.getLong("version"));
    }

    /**
     * A canned reply filled in for an item.
     *
     * @throws NotFound when there is no such canned reply, or it is somebody else's own
     */
    @ForComms
    @Transactional(readOnly = true)
    Variables.Filled filled(CannedId id, Reference reference, SignedIn by) {
        return variables.fill(get(id, by.id()).words(), desk.get(reference), by);
    }

    /** @throws Refusal at "title" when that name is taken, at "words" when a variable is not known */
    @ForComms
    @Transactional
    void add(PersonId me, CannedForm form) {
        check(form);
        submissions.once(form.once(), () -> {
            int own = database.sql("select count(*) from desk_canned where owner_id = ?")
                    .param(me.value())
                    .query(Integer.class)
                    .single();
            if (own >= MOST) throw new Refusal("title", "desk.canned.many", MOST);
            var id = CannedId.next();
            named(() -> database.sql("""
                            insert into desk_canned (id, owner_id, title, words, shared)
                            values (:id, :me, :title, :words, :shared)""")
                    .param("id", id.value())
                    .param("me", me.value())
                    .param("title", form.named())
                    .param("words", form.text())
                    .param("shared", form.forAll())
                    .update());
            return id.toString();
        });
    }

    /**
     * Changes one. The team's own stay the team's, unless whoever wrote them first takes them back.
     *
     * @throws StaleEdit when somebody else changed it meanwhile
     */
    @ForComms
    @Transactional
    void change(CannedId id, PersonId me, CannedForm form) {
        check(form);
        var present = get(id, me);
        boolean shared = form.forAll() || !present.mine();
        int changed = named(() -> database.sql("""
                        update desk_canned set title = :title, words = :words, shared = :shared, version = version + 1
                         where id = :id and version = coalesce(:version, version)""")
                .param("title", form.named())
                .param("words", form.text())
                .param("shared", shared)
                .param("id", id.value())
                .param("version", form.version(), java.sql.Types.BIGINT)
                .update());
        if (changed == 0) throw new StaleEdit();
    }

    /** Does away with one; what was sent with it stays. */
    @ForComms
    @Transactional
    void remove(CannedId id, PersonId me) {
        get(id, me);
        database.sql("delete from desk_canned where id = ?").param(id.value()).update();
    }

    private void check(CannedForm form) {
        var known = variables.known();
        var unknown = Variables.used(form.text()).stream()
                .filter(name -> !known.contains(name))
                .toList();
        if (!unknown.isEmpty()) throw new Refusal("words", "desk.canned.unknown", Variables.typed(unknown));
    }

    private static int named(java.util.function.IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (DuplicateKeyException taken) {
            throw new Refusal("title", "desk.canned.title.taken");
        }
    }
}
