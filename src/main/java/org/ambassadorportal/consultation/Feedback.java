package org.ambassadorportal.consultation;

import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What whoever asked is asked afterwards. */
@Service
@Transactional(readOnly = true)
class Feedback {

    private final JdbcClient database;

    Feedback(JdbcClient database) {
        this.database = database;
    }

    /** The page of the two questions; for whoever asked, once it took place. */
    @ForSignedIn
    FeedbackPage page(Reference reference, PersonId who) {
        return database.sql("""
                        select topic, helped is not null as answered from consultation_request
                        where reference = :reference and requester_id = :who and state = 'DONE'""")
                .param("reference", reference.number())
                .param("who", who.value())
                .query((row, number) -> new FeedbackPage(reference, row.getString("topic"), row.getBoolean("answered")))
                .optional()
                .orElseThrow(NotFound::new);
    }
}
