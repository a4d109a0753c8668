package org.ambassadorportal.registry;

import org.springframework.data.jpa.repository.JpaRepository;

/** The entries of the registry. */
interface Accounts extends JpaRepository<OfficialAccount, AccountId> {}
