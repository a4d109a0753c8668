package org.ambassadorportal.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When people are away. Everybody keeps their own days; leads of the comms team and admins keep those of others as
 * well. For all others they are not there.
 */
@Service
@Transactional(readOnly = true)
public class DaysAway {

    /** So many stretches of days a person can have before them. */
    private static final int MOST = 50;

    private final AbsenceRepository absences;
    private final JdbcClient database;
    private final When when;
    private final Clock clock;

    DaysAway(AbsenceRepository absences, JdbcClient database, When when, Clock clock) {
        this.absences = absences;
        this.database = database;
        this.when = when;
        this.clock = clock;
    }

    /**
     * A stretch of days away.
     *
     * @param last the last one, included
     * @param note for the person and the leads alone
     */
    public record Stretch(
            AwayId id,
            LocalDate first,
            LocalDate last,
            @Nullable String note) {

        public boolean oneDay() {
            return first.equals(last);
        }
    }

    /** Everybody who is away on a day; why is nobody's business. */
    @ForInside
    public Set<PersonId> awayOn(LocalDate day) {
        return Set.copyOf(database.sql("""
                        select distinct person_id from person_away where ? between first_day and last_day""")
                .param(day)
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list());
    }

    /** What of a person's days away is not over, in order. */
    @ForComms
    public List<Stretch> ahead(PersonId person, SignedIn by) {
        mayKeep(person, by);
        return database.sql("""
                        select id, first_day, last_day, note from person_away
                        where person_id = ? and last_day >= ? order by first_day, id""")
                .params(person.value(), when.today())
                .query((row, number) -> new Stretch(
                        new AwayId(row.getObject("id", UUID.class)),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getString("note")))
                .list();
    }

    /**
     * Notes that a person is going to be away.
     *
     * @throws Refusal for the fields {@code first} and {@code last} when the days make no sense or lie within others
     * @throws NotFound when these are not theirs to keep
     */
    @ForComms
    @Transactional
    public Stretch add(PersonId person, LocalDate first, LocalDate last, @Nullable String note, SignedIn by) {
        var known = ahead(person, by);
        if (known.size() >= MOST) throw new Refusal("first", "away.many", MOST);
        for (var stretch : known) {
            if (!stretch.first().isAfter(last) && !stretch.last().isBefore(first))
                throw new Refusal("first", "away.twice", when.day(stretch.first()), when.day(stretch.last()));
        }
        var absence = new Absence(person, first, last, note, when.today(), clock.instant());
        absences.save(absence);
        return absence.stretch();
    }

    /**
     * Notes that they are there after all.
     *
     * @throws NotFound when there are no such days, or they are not theirs to keep
     */
    @ForComms
    @Transactional
    public void callOff(PersonId person, AwayId id, SignedIn by) {
        mayKeep(person, by);
        var absence = absences.findById(id)
                .filter(found -> found.person().equals(person))
                .orElseThrow(NotFound::new);
        absence.callOff(clock.instant());
        // A deleted aggregate is not saved, and Spring Data hears its events from its deletion as well.
        absences.delete(absence);
    }

    private static void mayKeep(PersonId person, SignedIn by) {
        if (!by.id().equals(person) && !by.lead() && !by.isAdmin()) throw new NotFound();
    }
}
