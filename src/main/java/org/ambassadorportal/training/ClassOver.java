package org.ambassadorportal.training;

import org.ambassadorportal.kernel.Conflict;

/** The class has begun, or was canceled. */
final class ClassOver extends Conflict {

    ClassOver(boolean canceled) {
        super(canceled ? "training.over.canceled" : "training.over.begun");
    }
}
