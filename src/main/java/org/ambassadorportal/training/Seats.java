package org.ambassadorportal.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.ForSystem;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Taking a seat, giving it back, waiting for one. The class is locked meanwhile, so each sees what the one before did;
 * that there are never more people than seats is also held by the database.
 */
@Service
@Transactional
class Seats {

    private final TrainingClasses classes;
    private final ClassLetters letters;
    private final ApplicationEventPublisher events;
    private final JdbcClient database;
    private final TrainingSettings settings;
    private final Clock clock;

    Seats(
            TrainingClasses classes,
            ClassLetters letters,
            ApplicationEventPublisher events,
            JdbcClient database,
            TrainingSettings settings,
            Clock clock) {
        this.classes = classes;
        this.letters = letters;
        this.events = events;
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    private interface Verb {
        List<Told> on(TrainingClass training, Duration patience, Instant at);
    }

    /**
     * Takes a seat; whoever has one keeps that one.
     *
     * @throws ClassFull when there is none
     */
    @ForSignedIn
    void take(ClassId id, PersonId who) {
        act(id, who, (training, patience, at) -> training.takeSeat(who, patience, at));
    }

    /** Waits for a seat, or takes it where one is free by now: then the answer is {@code SEATED}. */
    @ForSignedIn
    Standing await(ClassId id, PersonId who) {
        return act(id, who, (training, patience, at) -> training.waitForSeat(who, patience, at));
    }

    /** Gives the seat back, leaves the list, or says no to the seat that was offered. */
    @ForSignedIn
    void leave(ClassId id, PersonId who) {
        act(id, who, (training, patience, at) -> training.leave(who, patience, at));
    }

    /**
     * Says yes to the seat that was offered.
     *
     * @throws OfferOver when the time has run out
     */
    @ForSignedIn
    void accept(ClassId id, PersonId who) {
        act(id, who, (training, patience, at) -> training.accept(who, at));
    }

    /** The classes in which somebody did not answer in time. */
    @ForSystem
    @Transactional(readOnly = true)
    List<ClassId> waitingInVain() {
        return database.sql("""
                        select distinct class_id from training_participant
                        where standing = 'OFFERED' and offered_until <= ?""")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new ClassId(row.getObject("class_id", UUID.class)))
                .list();
    }

    /** Passes on what was offered and not answered in time. */
    @ForSystem
    void passOn(ClassId id) {
        act(id, null, TrainingClass::passOn);
    }

    private Standing act(ClassId id, @Nullable PersonId who, Verb verb) {
        var training = classes.held(id).orElseThrow(NotFound::new);
        var told = verb.on(training, settings.offerLasts(), clock.instant());
        classes.saveAndFlush(training);
        events.publishEvent(letters.about(training, told));
        return who == null ? Standing.LEFT : training.standingOf(who);
    }
}
