package org.ambassadorportal.organization;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** The organization's own facts were changed. */
@NamedInterface("events")
public record OrganizationChanged(List<String> fields, Instant at) implements Happened {

    /** There is one organization; this stands for it in the audit trail. */
    static final UUID ITSELF = new UUID(0x7000L, 0x8000_0000_0000_0001L);

    public OrganizationChanged {
        fields = List.copyOf(fields);
    }

    @Override
    public UUID subject() {
        return ITSELF;
    }
}
