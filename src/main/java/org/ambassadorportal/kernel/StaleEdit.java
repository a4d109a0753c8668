package org.ambassadorportal.kernel;

/** Somebody else saved while this form was open; the page answers with both versions. */
public class StaleEdit extends Conflict {

    public StaleEdit() {
        super("error.stale");
    }
}
