package org.ambassadorportal.freeze;

import org.ambassadorportal.kernel.Conflict;

/** Another window freezes the same kind of unit on the same platform during these days. */
final class OverlappingWindows extends Conflict {

    OverlappingWindows() {
        super("freeze.window.overlaps");
    }
}
