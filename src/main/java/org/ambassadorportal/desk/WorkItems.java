package org.ambassadorportal.desk;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ambassadorportal.identity.PersonId;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface WorkItems extends JpaRepository<WorkItem, ItemId> {

    /** Holds the item until the transaction ends: of two people who decide at once, the second waits and then sees it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<WorkItem> findByReference(Reference reference);

    /** What waited for a date that has come. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<WorkItem> findByWakesAtLessThanEqual(Instant now);

    /** What was put aside until now. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<WorkItem> findBySnoozedUntilLessThanEqual(Instant now);

    /** What somebody still has to do. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<WorkItem> findByAssigneeAndSettledAtIsNull(PersonId assignee);
}
