package org.ambassadorportal.desk;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ambassadorportal.identity.PersonId;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface WorkItems extends JpaRepository<WorkItem, ItemId> {

    /** Holds the item until the transaction ends: of two people who decide at once, the second waits and then sees it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<WorkItem> findByReference(Reference reference);

    /** What somebody has, of these states. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<WorkItem> findByAssigneeAndStatusIn(PersonId assignee, Set<Status> states);
}
