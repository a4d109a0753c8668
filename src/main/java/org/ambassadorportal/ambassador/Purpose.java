package org.ambassadorportal.ambassador;

/** What an enrollment is for: to become an ambassador, or to change what is reviewed on a page that stands already. */
enum Purpose {
    JOIN,
    CHANGE
}
