package org.ambassadorportal.policy;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Ids;

/** Names one exact version of a policy: what somebody acknowledges. */
@Embeddable
public record PolicyVersionId(UUID value) implements Id {

    public static PolicyVersionId next() {
        return new PolicyVersionId(Ids.next());
    }

    public static PolicyVersionId of(String text) {
        return new PolicyVersionId(Id.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
