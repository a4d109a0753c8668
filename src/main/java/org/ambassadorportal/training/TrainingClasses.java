package org.ambassadorportal.training;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All classes. */
interface TrainingClasses extends Repository<TrainingClass, ClassId> {

    /** Locked until the transaction ends: of two who reach for the last seat the second sees what the first did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from TrainingClass c where c.id = :id")
    Optional<TrainingClass> held(ClassId id);

    Optional<TrainingClass> findById(ClassId id);

    TrainingClass saveAndFlush(TrainingClass training);
}
