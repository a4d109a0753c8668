package org.ambassadorportal.consultation;

import java.util.List;
import org.ambassadorportal.calendar.Invitation;
import org.ambassadorportal.calendar.Invitations;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The calendar files of bookings, to be downloaded. */
@Service
@Transactional(readOnly = true)
class ConsultationInvitations {

    private final Consultations consultations;
    private final ConsultationEntries entries;
    private final Invitations invitations;
    private final People people;

    ConsultationInvitations(
            Consultations consultations, ConsultationEntries entries, Invitations invitations, People people) {
        this.consultations = consultations;
        this.entries = entries;
        this.invitations = invitations;
        this.people = people;
    }

    /**
     * The file of a booking, for whoever asked for it, entered it, or is of the team.
     *
     * @throws NotFound for anybody else, and where nothing is agreed
     */
    @ForSignedIn
    String file(Reference reference, PersonId who) {
        var request = consultations.findByReference(reference).orElseThrow(NotFound::new);
        boolean team = !request.isOf(who) && people.isComms(who);
        if (!team && !request.isOf(who)) throw new NotFound();
        var booking = request.agreed().orElseThrow(NotFound::new);
        var named = people.named(List.of(request.requester(), booking.slot().host()));
        var copy = entries.copy(request, ConsultationEntries.Entry.of(booking), named, team);
        return invitations.text(copy, Invitation.Method.PUBLISH);
    }
}
