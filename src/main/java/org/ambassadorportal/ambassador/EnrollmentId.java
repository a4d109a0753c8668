package org.ambassadorportal.ambassador;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Ids;

/** The id of an enrollment; people see the reference of its item at the desk. */
@Embeddable
record EnrollmentId(UUID value) implements Id {

    static EnrollmentId next() {
        return new EnrollmentId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
