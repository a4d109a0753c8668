package org.ambassadorportal.freeze;

import org.springframework.data.jpa.repository.JpaRepository;

/** The freeze windows. */
interface Windows extends JpaRepository<FreezeWindow, WindowId> {}
