package org.ambassadorportal.policy;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The policies, each with all its versions. */
interface PolicyTexts extends Repository<Policy, PolicyId> {

    Optional<Policy> findByKey(String key);

    Policy saveAndFlush(Policy policy);
}
