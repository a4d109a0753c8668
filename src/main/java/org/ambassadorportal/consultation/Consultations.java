package org.ambassadorportal.consultation;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.ambassadorportal.desk.Reference;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All requests for a consultation, a training or a talk. */
interface Consultations extends Repository<ConsultationRequest, ConsultationId> {

    ConsultationRequest save(ConsultationRequest request);

    Optional<ConsultationRequest> findByReference(Reference reference);

    /** Locked until the transaction ends, so that of two who decide at once the second sees what the first did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from ConsultationRequest r where r.reference = :reference")
    Optional<ConsultationRequest> held(Reference reference);

    @Query("select r from ConsultationRequest r where r.booking.id = :booking")
    Optional<ConsultationRequest> findByBooking(BookingId booking);
}
