package org.ambassadorportal.identity;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.ambassadorportal.kernel.Aggregate;
import org.ambassadorportal.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Days on which a person is away, the last one included. */
@Entity
@Table(name = "person_away")
class Absence extends Aggregate<Absence> {

    /** Longer than this is somebody who left. */
    private static final int MOST_DAYS = 366;

    private static final int MOST_AHEAD = 3 * 366;

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private AwayId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "person_id"))
    private PersonId person;

    private LocalDate firstDay;
    private LocalDate lastDay;
    private @Nullable String note;

    /**
     * Days that are not over yet.
     *
     * @throws Refusal for the fields {@code first} and {@code last} when they are in no order, over, or too many
     */
    Absence(PersonId person, LocalDate first, LocalDate last, @Nullable String note, LocalDate today, Instant at) {
        if (last.isBefore(first)) throw new Refusal("last", "away.order");
        if (last.isBefore(today)) throw new Refusal("last", "away.over");
        if (first.isAfter(today.plusDays(MOST_AHEAD))) throw new Refusal("first", "away.far");
        if (first.plusDays(MOST_DAYS).isBefore(last)) throw new Refusal("last", "away.long");
        this.id = AwayId.next();
        this.person = person;
        this.firstDay = first;
        this.lastDay = last;
        this.note = note;
        happened(new AwayAdded(person, at));
    }

    @SuppressWarnings("NullAway.Init")
    protected Absence() {}

    /** They are there on these days after all. */
    void callOff(Instant at) {
        happened(new AwayCalledOff(person, at));
    }

    DaysAway.Stretch stretch() {
        return new DaysAway.Stretch(id, firstDay, lastDay, note);
    }

    PersonId person() {
        return person;
    }
}
