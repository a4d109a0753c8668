package org.ambassadorportal.organization;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The one row of the organization, once it was changed. */
interface OrganizationRepository extends Repository<OrganizationRecord, Short> {

    Optional<OrganizationRecord> findById(short id);

    OrganizationRecord saveAndFlush(OrganizationRecord organization);
}
