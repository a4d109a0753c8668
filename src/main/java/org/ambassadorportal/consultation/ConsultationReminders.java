package org.ambassadorportal.consultation;

import org.ambassadorportal.calendar.ReminderDue;
import org.ambassadorportal.identity.ForSystem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the reminders of bookings, in the transaction that keeps them from being written twice. */
@Service
class ConsultationReminders {

    private final Consultations consultations;
    private final ConsultationLetters letters;
    private final ApplicationEventPublisher events;

    ConsultationReminders(Consultations consultations, ConsultationLetters letters, ApplicationEventPublisher events) {
        this.consultations = consultations;
        this.letters = letters;
        this.events = events;
    }

    /** Reminds requester and host of what they booked; what is not a booking of ours is somebody else's. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    @ForSystem
    void on(ReminderDue due) {
        consultations
                .findByBooking(new BookingId(due.owner()))
                .filter(request -> request.standsAt(due.starts()))
                .ifPresent(request -> events.publishEvent(new Reminded(letters.reminder(request, due.which()))));
    }
}
