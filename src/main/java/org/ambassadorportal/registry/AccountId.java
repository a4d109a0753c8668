package org.ambassadorportal.registry;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Ids;

/** The id of an account in the registry. */
@Embeddable
public record AccountId(UUID value) implements Id {

    public static AccountId next() {
        return new AccountId(Ids.next());
    }

    public static AccountId of(String text) {
        return new AccountId(Id.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
