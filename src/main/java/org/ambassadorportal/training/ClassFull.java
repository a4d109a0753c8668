package org.ambassadorportal.training;

import org.ambassadorportal.kernel.Conflict;

/** Every seat is taken; one can wait for one. */
final class ClassFull extends Conflict {

    ClassFull() {
        super("training.full");
    }
}
