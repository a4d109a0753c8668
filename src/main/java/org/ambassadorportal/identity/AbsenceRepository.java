package org.ambassadorportal.identity;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Days away, loaded to be called off. */
interface AbsenceRepository extends Repository<Absence, AwayId> {

    Optional<Absence> findById(AwayId id);

    Absence save(Absence absence);

    void delete(Absence absence);
}
