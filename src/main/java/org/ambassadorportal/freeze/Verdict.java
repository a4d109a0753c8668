package org.ambassadorportal.freeze;

/** What a reviewer of the comms team says to those who decide. */
enum Verdict {
    RECOMMENDED,
    NOT_RECOMMENDED
}
