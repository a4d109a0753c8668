package org.ambassadorportal.consultation;

import org.ambassadorportal.identity.PersonId;

/** The host somebody had the last time, who may be wished for again. */
record HostBefore(PersonId id, String name) {}
