package org.ambassadorportal.policy;

import org.ambassadorportal.kernel.Conflict;

/** The draft is gone: somebody else published it or threw it away. */
class NothingToPublish extends Conflict {

    NothingToPublish() {
        super("policy.publish.nothing");
    }
}
