package org.ambassadorportal.policy;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Ids;

/** Names a policy through all its versions. */
@Embeddable
record PolicyId(UUID value) implements Id {

    static PolicyId next() {
        return new PolicyId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
