package org.ambassadorportal.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ambassadorportal.kernel.Cursor;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.Slice;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.kernel.Total;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What admins do about people: find them, give and take roles, disable, invite. There is always an admin left. */
@Service
class Staff {

    private static final int PAGE = 25;

    private static final String ROW = """
            select p.id, p.name, p.mail, p.role, p.lead, p.disabled, p.password is not null as has_password,
                p.signed_in_at, p.version
            from person p\s""";

    private static final String SEARCHED = " and (lower(immutable_unaccent(p.name)) like"
            + " lower(immutable_unaccent(:pattern)) or p.mail like lower(:pattern))";

    private static final String LEAST = "00000000-0000-0000-0000-000000000000";

    private final JdbcClient database;
    private final PersonRepository repository;
    private final People people;
    private final SignInLinks links;
    private final Clock clock;

    Staff(JdbcClient database, PersonRepository repository, People people, SignInLinks links, Clock clock) {
        this.database = database;
        this.repository = repository;
        this.people = people;
        this.links = links;
        this.clock = clock;
    }

    @ForAdmins
    @Transactional(readOnly = true)
    Slice<StaffRow> list(StaffFilter filter, @Nullable String after) {
        var from = Cursor.read(after, 2);
        var rows = database.sql(ROW + "where " + filter.condition() + SEARCHED
                        + (from.isPresent() ? " and (p.name, p.id) > (:name, cast(:id as uuid))" : "")
                        + " order by p.name, p.id limit :limit")
                .param("pattern", filter.pattern())
                .param("name", from.map(cursor -> cursor.values().get(0)).orElse(""))
                .param(
                        "id",
                        from.flatMap(cursor -> uuid(cursor.values().get(1)))
                                .map(UUID::toString)
                                .orElse(LEAST))
                .param("limit", PAGE + 1)
                .query(Staff::row)
                .list();
        return Slice.of(rows, PAGE, row -> Cursor.of(row.name(), row.id()));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException madeUp) {
            return Optional.empty();
        }
    }

    /** How many people each view of the list has. */
    @ForAdmins
    @Transactional(readOnly = true)
    Map<String, Total> counts(StaffFilter filter) {
        var counted = new LinkedHashMap<String, Total>();
        var sql = new StringBuilder("select ");
        for (var view : StaffFilter.VIEWS) {
            var condition = new StaffFilter(view, null).condition();
            sql.append(sql.length() > 7 ? ", " : "")
                    .append("(select count(*) from (select 1 from person p where ")
                    .append(condition)
                    .append(SEARCHED)
                    .append(" limit ")
                    .append(Total.LIMIT)
                    .append(") c) as ")
                    .append("v_")
                    .append(view);
        }
        database.sql(sql.toString()).param("pattern", filter.pattern()).query(row -> {
            for (var view : StaffFilter.VIEWS) counted.put(view, new Total(row.getInt("v_" + view)));
        });
        return counted;
    }

    @ForAdmins
    @Transactional(readOnly = true)
    StaffRow get(PersonId id) {
        return database.sql(ROW + "where p.id = ?")
                .param(id.value())
                .query(Staff::row)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * Gives a person a name, a role and the mark of a lead.
     *
     * @throws StaleEdit when somebody else changed the person since the form was opened
     * @throws Refusal for the field {@code role} when admins take the role from themselves
     * @throws LastAdmin when nobody would be admin any more
     */
    @ForAdmins
    @Transactional
    void change(PersonId id, String name, Role role, boolean lead, @Nullable Long seen, PersonId by) {
        var person = repository.findById(id).orElseThrow(NotFound::new);
        if (person.role() == Role.ADMIN && role != Role.ADMIN) {
            if (id.equals(by)) throw new Refusal("role", "staff.own-role");
            keepOneBeside(id);
        }
        person.mayDo(role, lead, seen, clock.instant());
        person.call(name, clock.instant());
        save(person);
    }

    /**
     * Lets a person sign in no more; all their sessions end.
     *
     * @throws LastAdmin when nobody would be admin any more
     */
    @ForAdmins
    @Transactional
    void disable(PersonId id, @Nullable Long seen, PersonId by) {
        var person = repository.findById(id).orElseThrow(NotFound::new);
        if (id.equals(by)) throw new Refusal("role", "staff.own-disable");
        if (person.role() == Role.ADMIN) keepOneBeside(id);
        person.disable(seen, clock.instant());
        save(person);
    }

    @ForAdmins
    @Transactional
    void enable(PersonId id, @Nullable Long seen) {
        var person = repository.findById(id).orElseThrow(NotFound::new);
        person.enable(seen, clock.instant());
        save(person);
    }

    /**
     * Enters a person and mails them a link.
     *
     * @throws Refusal for the field {@code mail} when the address is known already
     */
    @ForAdmins
    @Transactional
    PersonId invite(String name, String mail, Role role) {
        if (people.byMail(mail).isPresent()) throw new Refusal("mail", "staff.mail.known");
        var id = people.register(PersonId.next(), name, mail, role);
        links.invite(people.addressee(id));
        return id;
    }

    /** Mails a link to somebody who is known: an invitation once more, or the way to a new password. */
    @ForAdmins
    @Transactional
    void sendLink(PersonId id) {
        var person = get(id);
        if (person.disabled()) throw new Refusal("role", "person.mail.disabled");
        links.invite(new Addressee(id, person.name(), person.mail()));
    }

    /** Invites the first admin, if there is none yet; of two nodes that start at once one does. */
    @ForSystem
    @Transactional
    boolean inviteFirst(String mail) {
        database.sql("select pg_advisory_xact_lock(hashtext('person: first admin'))")
                .query(row -> {});
        boolean known = database.sql("select exists (select 1 from person where role = 'ADMIN' and not disabled)")
                .query(Boolean.class)
                .single();
        if (known) return false;
        var id = people.register(PersonId.next(), null, mail, Role.ADMIN);
        var person = repository.findById(id).orElseThrow(NotFound::new);
        person.mayDo(Role.ADMIN, person.lead(), null, clock.instant());
        person.enable(null, clock.instant());
        save(person);
        links.invite(person.addressee());
        return true;
    }

    private void save(Person person) {
        try {
            repository.saveAndFlush(person);
        } catch (OptimisticLockingFailureException atTheSameMoment) {
            throw new StaleEdit();
        }
    }

    /** Waits for whoever is just taking another admin away, so that two of them cannot take each other. */
    private void keepOneBeside(PersonId id) {
        var admins = database.sql("select id from person where role = 'ADMIN' and not disabled order by id for update")
                .query(UUID.class)
                .list();
        if (List.of(id.value()).containsAll(admins)) throw new LastAdmin();
    }

    private static StaffRow row(ResultSet row, int number) throws SQLException {
        var role = row.getString("role");
        var at = row.getObject("signed_in_at", OffsetDateTime.class);
        return new StaffRow(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("mail"),
                role == null ? null : Role.valueOf(role),
                row.getBoolean("lead"),
                row.getBoolean("disabled"),
                row.getBoolean("has_password"),
                at == null ? null : at.toInstant(),
                row.getLong("version"));
    }
}
