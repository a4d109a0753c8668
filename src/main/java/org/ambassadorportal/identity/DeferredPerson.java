package org.ambassadorportal.identity;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;

/** Reads who is signed in when somebody asks for it, and not before: most addresses need nobody. */
final class DeferredPerson implements DeferredSecurityContext {

    private final Supplier<SecurityContext> reader;
    private @Nullable SecurityContext read;

    DeferredPerson(Supplier<SecurityContext> reader) {
        this.reader = reader;
    }

    @Override
    public SecurityContext get() {
        var known = read;
        if (known == null) {
            known = reader.get();
            read = known;
        }
        return known;
    }

    @Override
    public boolean isGenerated() {
        return get().getAuthentication() == null;
    }
}
