package org.ambassadorportal.consultation;

/** How much a consultation, a training or a talk helped, in the words of who asked for it. */
public enum Helped {
    VERY,
    SOMEWHAT,
    LITTLE,
    NOT
}
