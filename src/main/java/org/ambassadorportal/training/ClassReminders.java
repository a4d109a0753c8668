package org.ambassadorportal.training;

import org.ambassadorportal.calendar.ReminderDue;
import org.ambassadorportal.calendar.TakenKind;
import org.ambassadorportal.identity.ForSystem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the reminders of classes, in the transaction that keeps them from being written twice. */
@Service
class ClassReminders {

    private final TrainingClasses classes;
    private final ClassLetters letters;
    private final ApplicationEventPublisher events;

    ClassReminders(TrainingClasses classes, ClassLetters letters, ApplicationEventPublisher events) {
        this.classes = classes;
        this.letters = letters;
        this.events = events;
    }

    /** Reminds whoever has a seat, and the host. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    @ForSystem
    void on(ReminderDue due) {
        if (due.kind() != TakenKind.CLASS) return;
        classes.findById(new ClassId(due.owner()))
                .filter(training -> training.plan().starts().equals(due.starts()))
                .ifPresent(training -> events.publishEvent(letters.reminders(training, due.which())));
    }
}
