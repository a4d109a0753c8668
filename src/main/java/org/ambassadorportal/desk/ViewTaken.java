package org.ambassadorportal.desk;

import org.ambassadorportal.kernel.Refusal;

/** Somebody has a view of this name already; they may put the new one in its place. */
final class ViewTaken extends Refusal {

    ViewTaken() {
        super("name", "desk.view.name.taken");
    }
}
