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
    private final Doors doors;

    InvitationController(ConsultationInvitations invitations, Doors doors) {
        this.invitations = invitations;
        this.doors = doors;
    }

    @GetMapping("/consultations/{ref}/invitation.ics")
    ResponseEntity<byte[]> file(@CurrentPerson PersonId who, @PathVariable Reference ref) {
        return CalendarDownload.of(ref + ".ics", invitations.file(ref, who));
    }

    @GetMapping("/booking/{token}/invitation.ics")
    ResponseEntity<byte[]> file(@PathVariable String token) {
        var door = doors.by(token);
        return CalendarDownload.of(door.reference() + ".ics", door.in(() -> invitations.file(door)));
    }
}
