package org.ambassadorportal.consultation;

/** How people meet. */
enum Format {
    VIDEO,
    PHONE,
    IN_PERSON
}
