package org.ambassadorportal.audit;

import java.util.Locale;

/** Who acted. */
enum ActorKind {
    PERSON,
    /** The portal itself: a job, or a step it took for somebody who is not signed in. */
    PORTAL,
    /** Somebody who was not signed in. */
    NOBODY;

    public String key() {
        return "audit.actor." + name().toLowerCase(Locale.ROOT);
    }
}
