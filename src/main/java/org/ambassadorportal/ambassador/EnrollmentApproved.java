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

/** An enrollment was approved: the page is published, or its change is. */
record EnrollmentApproved(UUID subject, Reference reference, Purpose purpose, Addressee to, String path, Instant at)
        implements Happened, Mailed {

    @Override
    public List<Letter> letters() {
        return List.of(new Letter(
                purpose == Purpose.JOIN ? "enrollment-approved" : "enrollment-change-approved",
                List.of(to),
                reference.toString(),
                Map.of(),
                null,
                path,
                null));
    }
}
