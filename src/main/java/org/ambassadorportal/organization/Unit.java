package org.ambassadorportal.organization;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ambassadorportal.kernel.Aggregate;
import org.jspecify.annotations.Nullable;

/** A unit in the tree. That the tree stays one is held by the database, because two moves at once could break it. */
@Entity
@Table(name = "organization_unit")
class Unit extends Aggregate<Unit> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private UnitId id;

    private String name;

    @Enumerated(EnumType.STRING)
    private UnitKind kind;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "parent_id"))
    private @Nullable UnitId parent;

    private boolean closed;

    @SuppressWarnings("NullAway.Init")
    protected Unit() {}

    Unit(UnitId id, String name, UnitKind kind, @Nullable UnitId parent, Instant at) {
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.parent = parent;
        happened(new UnitAdded(id, at));
    }

    UnitId id() {
        return id;
    }

    UnitRow row() {
        return new UnitRow(id, name, kind, parent, closed);
    }

    /** Gives it a name and a kind; the same ones again change nothing. */
    void call(String newName, UnitKind newKind, @Nullable Long seen, Instant at) {
        mustBe(seen);
        var changed = new ArrayList<String>();
        if (!newName.equals(name)) changed.add("name");
        if (newKind != kind) changed.add("kind");
        if (changed.isEmpty()) return;
        name = newName;
        kind = newKind;
        happened(new UnitRenamed(id, List.copyOf(changed), at));
    }

    /** Puts it below another unit, or at the top. */
    void moveBelow(@Nullable UnitId newParent, @Nullable Long seen, Instant at) {
        mustBe(seen);
        if (id.equals(newParent)) throw new BelowItself();
        if (java.util.Objects.equals(newParent, parent)) return;
        parent = newParent;
        happened(new UnitMoved(id, at));
    }

    void close(@Nullable Long seen, Instant at) {
        mustBe(seen);
        if (closed) return;
        closed = true;
        happened(new UnitClosed(id, at));
    }

    void reopen(@Nullable Long seen, Instant at) {
        mustBe(seen);
        if (!closed) return;
        closed = false;
        happened(new UnitReopened(id, at));
    }
}
