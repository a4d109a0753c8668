package org.ambassadorportal.ambassador;

/** The answer to "does each profile say that opinions are your own?" */
enum Opinions {
    OWN,
    /** Not yet; the person would like help with the wording. */
    HELP
}
