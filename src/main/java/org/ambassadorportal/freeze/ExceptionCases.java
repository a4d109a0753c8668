package org.ambassadorportal.freeze;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The exceptions. */
interface ExceptionCases extends JpaRepository<ExceptionCase, ExceptionId> {

    /**
     * The exception with this reference, or with an extension of this reference. It is held until the transaction ends:
     * whoever decides second waits, and then sees what the first one decided.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select c from ExceptionCase c
            where c.reference = :number
                or c.id in (select e.id from ExceptionCase e join e.asked x where x.reference = :number)""")
    Optional<ExceptionCase> held(long number);
}
