package org.ambassadorportal.calendar;

import java.util.Optional;
import org.ambassadorportal.identity.PersonId;
import org.springframework.data.repository.Repository;

/** Everybody who can be booked, or could be once. */
interface HostRepository extends Repository<Host, PersonId> {

    Optional<Host> findById(PersonId person);

    Host saveAndFlush(Host host);
}
