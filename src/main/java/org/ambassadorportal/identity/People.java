package org.ambassadorportal.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.organization.Organization;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who somebody is. Steps of other rooms ask here; no page hands its answers to people who are not signed in. */
@Service
@Transactional(readOnly = true)
public class People {

    static final String ROW = "select p.id, p.name, p.mail, p.role, p.lead, p.disabled from person p ";

    private final JdbcClient database;
    private final Organization organization;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(JdbcClient database, Organization organization, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.organization = organization;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The person with this id, disabled or not.
     *
     * @throws NotFound when there is none
     */
    @ForInside
    public PersonRow get(PersonId id) {
        return database.sql(ROW + "where p.id = ?")
                .param(id.value())
                .query(People::row)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The people with these ids; an id without a person is left out. */
    @ForInside
    public Map<PersonId, PersonRow> named(Collection<PersonId> ids) {
        var found = new LinkedHashMap<PersonId, PersonRow>();
        if (ids.isEmpty()) return found;
        database.sql(ROW + "where p.id = any(?)")
                .param(ids.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
                .query(People::row)
                .list()
                .forEach(person -> found.put(person.id(), person));
        return found;
    }

    /** The person with this mail address, whatever case it is typed in. */
    @ForInside
    public Optional<PersonRow> byMail(@Nullable String mail) {
        if (mail == null) return Optional.empty();
        return database.sql(ROW + "where lower(p.mail) = lower(?)")
                .param(mail.strip())
                .query(People::row)
                .optional();
    }

    @ForInside
    public Addressee addressee(PersonId id) {
        var person = get(id);
        return new Addressee(person.id(), person.name(), person.mail());
    }

    /** Everybody who works at the desk and can sign in, by name. */
    @ForInside
    public List<PersonRow> commsTeam() {
        return database.sql(ROW + "where p.role in ('COMMS', 'ADMIN') and not p.disabled order by p.name, p.id")
                .query(People::row)
                .list();
    }

    /** All admins who can sign in, by name. */
    @ForInside
    public List<PersonRow> admins() {
        return database.sql(ROW + "where p.role = 'ADMIN' and not p.disabled order by p.name, p.id")
                .query(People::row)
                .list();
    }

    /** People who can be asked for, whose name or mail address has what was typed in it, by name. */
    @ForComms
    public List<PersonRow> suggest(@Nullable String typed, int most) {
        if (typed == null || typed.isBlank() || typed.length() > 200 || typed.indexOf('\0') >= 0) return List.of();
        var pattern = "%" + typed.strip().replaceAll("[\\\\%_]", "\\\\$0") + "%";
        return database.sql(ROW + """
                        where not p.disabled and (lower(immutable_unaccent(p.name)) like lower(immutable_unaccent(:like))
                           or lower(p.mail) like lower(:like))
                        order by p.name, p.id limit :most""")
                .param("like", pattern)
                .param("most", most)
                .query(People::row)
                .list();
    }

    @ForInside
    public boolean isComms(PersonId id) {
        return get(id).isComms();
    }

    @ForInside
    public boolean isAdmin(PersonId id) {
        return get(id).isAdmin();
    }

    /**
     * Finds a colleague by mail address, or enters them: somebody who may never have signed in, for whom a request is
     * made or who is named as a guest.
     *
     * @param name their name; where it is not known it is read off the address
     * @throws Refusal for the field {@code mail} when the address is not a staff address, or its person is disabled
     */
    @ForInside
    @Transactional
    public PersonId colleague(String mail, @Nullable String name) {
        var known = byMail(mail);
        if (known.isPresent()) {
            if (known.get().disabled()) throw new Refusal("mail", "person.mail.disabled");
            return known.get().id();
        }
        if (!organization.isStaffMail(mail)) throw new Refusal("mail", "person.mail.outside");
        return register(PersonId.next(), name, mail, Role.STAFF);
    }

    /** Enters a person unless the address is known by now; two at once make one. */
    @ForInside
    @Transactional
    PersonId register(PersonId id, @Nullable String name, String mail, @Nullable Role role) {
        var clean = mail.strip().toLowerCase(Locale.ROOT);
        int entered = database.sql("""
                        insert into person (id, name, mail, role, version) values (:id, :name, :mail, :role, 0)
                        on conflict (lower(mail)) do nothing""")
                .param("id", id.value())
                .param("name", name == null || name.isBlank() ? nameFrom(clean) : name.strip())
                .param("mail", clean)
                .param("role", role == null ? null : role.name())
                .update();
        if (entered == 1) {
            events.publishEvent(new PersonRegistered(id, clock.instant()));
            return id;
        }
        return database.sql("select id from person where lower(mail) = ?")
                .param(clean)
                .query((row, number) -> new PersonId(row.getObject("id", UUID.class)))
                .single();
    }

    /** "Jo Specimen" from "jo.specimen@example.org": better than nothing until the person says it. */
    static String nameFrom(String mail) {
        var local = mail.substring(0, Math.max(1, mail.indexOf('@')));
        var name = Arrays.stream(local.split("[._+-]+"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? mail : name;
    }

    static PersonRow row(ResultSet row, int number) throws SQLException {
        var role = row.getString("role");
        return new PersonRow(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("mail"),
                Role.upTo(role == null ? null : Role.valueOf(role)),
                row.getBoolean("lead"),
                row.getBoolean("disabled"));
    }
}
