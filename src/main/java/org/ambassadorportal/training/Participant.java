package org.ambassadorportal.training;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.ambassadorportal.identity.PersonId;
import org.jspecify.annotations.Nullable;

/** Somebody's place in a class: one row each, however often they come and go. */
@Entity
@Table(name = "training_participant")
class Participant {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    @SuppressWarnings("UnusedVariable") // the key of the row, by which nobody asks for it
    private ParticipantId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "person_id"))
    private PersonId person;

    @Enumerated(EnumType.STRING)
    private Standing standing;

    private int turn;

    @SuppressWarnings("UnusedVariable") // read with SQL
    private Instant since;

    private @Nullable Instant offeredUntil;

    @SuppressWarnings("UnusedVariable") // read with SQL
    private boolean came;

    private int changes;

    Participant(PersonId person, Standing standing, int turn, Instant since) {
        id = ParticipantId.next();
        this.person = person;
        this.standing = standing;
        this.turn = turn;
        this.since = since;
    }

    @SuppressWarnings("NullAway.Init")
    protected Participant() {}

    void stand(Standing standing, Instant at) {
        // What stands in their calendar comes and goes with the seat.
        if ((this.standing == Standing.SEATED) != (standing == Standing.SEATED)) changes++;
        this.standing = standing;
        offeredUntil = null;
        since = at;
    }

    void comeAgain(Standing standing, int turn, Instant at) {
        stand(standing, at);
        this.turn = turn;
    }

    void offer(Instant until, Instant at) {
        stand(Standing.OFFERED, at);
        offeredUntil = until;
    }

    /** A class that is moved earlier takes the time to say yes with it. */
    void offerEndsBy(Instant latest) {
        if (offeredUntil != null && offeredUntil.isAfter(latest)) offeredUntil = latest;
    }

    void came(boolean came) {
        this.came = came;
    }

    PersonId person() {
        return person;
    }

    Standing standing() {
        return standing;
    }

    int turn() {
        return turn;
    }

    @Nullable Instant offeredUntil() {
        return offeredUntil;
    }

    boolean isOfferedAt(Instant at) {
        return standing == Standing.OFFERED && offeredUntil != null && at.isBefore(offeredUntil);
    }

    boolean hasRunOutAt(Instant at) {
        return standing == Standing.OFFERED && !isOfferedAt(at);
    }

    int changes() {
        return changes;
    }
}
