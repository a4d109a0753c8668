package org.ambassadorportal.kernel;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * The base of every aggregate: a version for the race, and events that Spring Data publishes when the aggregate is
 * saved. Hence each verb of a service ends in {@code save}, or nobody hears of it.
 *
 * @param <A> the aggregate itself
 */
@MappedSuperclass
public abstract class Aggregate<A extends Aggregate<A>> extends AbstractAggregateRoot<A> {

    /** {@code null} until the first save; a primitive here would make Spring Data merge instead of persist. */
    @Version
    private @Nullable Long version;

    /** The version an edit form carries. */
    public long version() {
        return version == null ? 0 : version;
    }

    /** The version it will have once what was changed now is saved. */
    protected long nextVersion() {
        return version == null ? 0 : version + 1;
    }

    /**
     * Refuses an edit that was begun on an older version than the present one. Hibernate ignores a version that is set
     * on a managed entity, so it is compared here; the race between two saves is then caught by {@code @Version}.
     */
    protected void mustBe(@Nullable Long seen) {
        if (seen != null && seen != version()) throw new StaleEdit();
    }

    /** Remembers an event until the aggregate is saved. */
    protected void happened(Happened event) {
        registerEvent(event);
    }
}
