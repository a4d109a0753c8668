package org.ambassadorportal.ambassador;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.ambassadorportal.identity.PersonId;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/** The pages of all ambassadors, of those too who have left. */
interface AllAmbassadors extends Repository<Ambassador, AmbassadorId> {

    @EntityGraph(attributePaths = "profiles")
    Optional<Ambassador> findByPerson(PersonId person);

    @EntityGraph(attributePaths = "profiles")
    Optional<Ambassador> findBySlug(String slug);

    /** Held until the transaction ends, so that the search entry is written in the order of the changes. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Ambassador> findWithLockByPerson(PersonId person);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Ambassador> findWithLockBySlug(String slug);

    Ambassador saveAndFlush(Ambassador ambassador);
}
