package org.ambassadorportal.policy;

/** The life of a version: written as a draft, current once published, archived by the next one. */
enum PolicyState {
    DRAFT,
    CURRENT,
    ARCHIVED
}
