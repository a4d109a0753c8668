package org.ambassadorportal.offering;

/** How people meet. */
public enum Format {
    VIDEO,
    PHONE,
    IN_PERSON
}
