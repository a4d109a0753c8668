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

/** An enrollment was sent to the comms team. The desk confirms the first sending; of a corrected one the reviewer is told who asked.
 *
 * @param askers who asked for changes; empty at the first sending */
record EnrollmentSubmitted(UUID subject, Reference reference, Purpose purpose, List<Addressee> askers, Instant at)
        implements Happened, Mailed {

    @Override
    public List<Letter> letters() {
        return askers.isEmpty()
                ? List.of()
                : List.of(new Letter(
                        purpose == Purpose.JOIN ? "enrollment-again" : "enrollment-change-again",
                        askers,
                        reference.toString(),
                        Map.of(),
                        null,
                        "/desk/enrollment/" + reference,
                        null));
    }
}
