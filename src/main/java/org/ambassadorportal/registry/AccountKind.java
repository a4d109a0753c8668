package org.ambassadorportal.registry;

/** Whether an entry is an account of the organization or one that pretends to be. */
enum AccountKind {
    OFFICIAL,
    IMPOSTOR
}
