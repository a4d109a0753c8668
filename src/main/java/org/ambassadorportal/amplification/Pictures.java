package org.ambassadorportal.amplification;

/** Who holds the rights in the pictures. {@code UNSURE} may be asked, but is cleared before anything runs. */
enum Pictures {
    NONE,
    OWN,
    PERMITTED,
    UNSURE
}
