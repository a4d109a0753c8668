package org.ambassadorportal.offering;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All that is on offer, active or not. */
interface OfferingRepository extends Repository<Offering, OfferingId> {

    Optional<Offering> findById(OfferingId id);

    List<Offering> findAllByOrderByPositionAscIdAsc();

    Offering save(Offering offering);
}
