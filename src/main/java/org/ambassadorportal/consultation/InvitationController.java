package org.ambassadorportal.consultation;

import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.CalendarDownload;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Calendar files of bookings. */
@Controller
class InvitationController {

    private final ConsultationInvitations invitations;

    InvitationController(ConsultationInvitations invitations) {
        this.invitations = invitations;
    }

    @GetMapping("/consultations/{ref}/invitation.ics")
    ResponseEntity<byte[]> file(@CurrentPerson PersonId who, @PathVariable Reference ref) {
        return CalendarDownload.of(ref + ".ics", invitations.file(ref, who));
    }
}
