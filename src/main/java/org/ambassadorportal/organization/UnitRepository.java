package org.ambassadorportal.organization;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The units, loaded to be changed; pages read rows through {@link Units}. */
interface UnitRepository extends Repository<Unit, UnitId> {

    Optional<Unit> findById(UnitId id);

    List<Unit> findAll();

    Unit save(Unit unit);

    Unit saveAndFlush(Unit unit);
}
