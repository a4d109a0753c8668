package org.ambassadorportal.amplification;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.ambassadorportal.desk.Reference;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All requests to get the word out. */
interface Amplifications extends Repository<AmplificationRequest, AmplificationId> {

    AmplificationRequest save(AmplificationRequest request);

    /** Locked until the transaction ends, so that of two who decide at once the second sees what the first did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from AmplificationRequest r where r.reference = :reference")
    Optional<AmplificationRequest> held(Reference reference);
}
