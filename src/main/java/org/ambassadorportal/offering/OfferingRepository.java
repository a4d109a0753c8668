package org.ambassadorportal.offering;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All that is on offer, active or not. */
interface OfferingRepository extends Repository<Offering, OfferingId> {

    Optional<Offering> findById(OfferingId id);

    /** In one statement, questions and hosts included. */
    @Query("""
            select o from Offering o left join fetch o.questions left join fetch o.hosts
            order by o.position, o.id""")
    List<Offering> findAllInOrder();

    Offering save(Offering offering);

    Offering saveAndFlush(Offering offering);
}
