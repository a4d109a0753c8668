package org.ambassadorportal.consultation;

import org.ambassadorportal.calendar.Invitation;
import org.ambassadorportal.calendar.Invitations;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.ForInside;
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
        return text(entries.copy(request, agreed(request), team));
    }

    /**
     * The file of a booking, for whoever came by a link of ours.
     *
     * @throws NotFound where nothing is agreed
     */
    @ForInside
    String file(Door door) {
        var request = consultations.findByReference(door.reference()).orElseThrow(NotFound::new);
        return text(
                door.own()
                        ? entries.copy(request, agreed(request), false)
                        : entries.guestsCopy(request, agreed(request), door.home()));
    }

    private static Booking agreed(ConsultationRequest request) {
        return request.agreed().orElseThrow(NotFound::new);
    }

    private String text(Invitation copy) {
        return invitations.text(copy, Invitation.Method.PUBLISH);
    }
}
