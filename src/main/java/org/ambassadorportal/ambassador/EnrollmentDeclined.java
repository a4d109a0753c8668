package org.ambassadorportal.ambassador;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;

/** An enrollment was declined, with the reason. */
record EnrollmentDeclined(UUID subject, Reference reference, Purpose purpose, Addressee to, String reason, Instant at)
        implements Happened, Mailed {

    @Override
    public List<Letter> letters() {
        return List.of(new Letter(
                purpose == Purpose.JOIN ? "enrollment-declined" : "enrollment-change-declined",
                List.of(to),
                reference.toString(),
                Map.of(),
                reason,
                "/requests/" + reference,
                null));
    }
}
