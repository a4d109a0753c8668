package org.ambassadorportal.freeze;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ambassadorportal.kernel.Aggregate;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.organization.UnitKind;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;

/**
 * What is frozen, and when: kinds of unit on platforms, from a day until a day, both included, or until further
 * notice. Sections and labs are not named in a window; they count with their department.
 */
@Entity
@Table(name = "freeze_window")
class FreezeWindow extends Aggregate<FreezeWindow> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private WindowId id;

    /** Names of the enums, in their order; arrays, because a window is always read and written whole. */
    @Column(name = "kinds")
    private String[] kinds;

    @Column(name = "platforms")
    private String[] platforms;

    @Column(name = "valid_from")
    private LocalDate from;

    @Column(name = "valid_until")
    private @Nullable LocalDate until;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected FreezeWindow() {}

    private FreezeWindow(Scope scope, LocalDate from, @Nullable LocalDate until) {
        this.id = WindowId.next();
        this.kinds = scope.kindNames();
        this.platforms = scope.platformNames();
        this.from = from;
        this.until = ordered(from, until);
    }

    static FreezeWindow open(Scope scope, LocalDate from, @Nullable LocalDate until, Instant at) {
        var window = new FreezeWindow(scope, from, until);
        window.happened(new FreezeWindowOpened(window.id.value(), at));
        return window;
    }

    /** Changes scope and dates. */
    void change(@Nullable Long seen, Scope scope, LocalDate from, @Nullable LocalDate until, Instant at) {
        mustBe(seen);
        ordered(from, until);
        List<String> changed = new ArrayList<>();
        if (!scope.equals(scope())) changed.add("scope");
        if (!from.equals(this.from)) changed.add("from");
        if (!java.util.Objects.equals(until, this.until)) changed.add("until");
        this.kinds = scope.kindNames();
        this.platforms = scope.platformNames();
        this.from = from;
        this.until = until;
        happened(new FreezeWindowChanged(id.value(), at, changed));
    }

    /** Says that it will not come; a window that has begun can only be ended. */
    void callOff(@Nullable Long seen, LocalDate today, Instant at) {
        mustBe(seen);
        if (!today.isBefore(from)) throw new Refusal("until", "freeze.window.begun");
        happened(new FreezeWindowCalledOff(id.value(), at));
    }

    /** Makes {@code lastDay} the last day it holds; a window that is over already cannot end again. */
    void end(@Nullable Long seen, LocalDate lastDay, LocalDate today, Instant at) {
        mustBe(seen);
        if (until != null && until.isBefore(today)) throw new Refusal("until", "freeze.window.over");
        this.until = ordered(from, lastDay);
        happened(new FreezeWindowEnded(id.value(), at));
    }

    private static @Nullable LocalDate ordered(LocalDate from, @Nullable LocalDate until) {
        if (until != null && until.isBefore(from)) throw new Refusal("until", "freeze.dates.order");
        return until;
    }

    boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    WindowId id() {
        return id;
    }

    Scope scope() {
        return Scope.read(List.of(kinds), List.of(platforms));
    }

    LocalDate from() {
        return from;
    }

    @Nullable LocalDate until() {
        return until;
    }

    /** Kinds of unit and platforms; each kind is frozen on each platform. */
    record Scope(Set<UnitKind> kinds, Set<Platform> platforms) {

        Scope {
            if (kinds.isEmpty()) throw new Refusal("kinds", "freeze.window.kinds.none");
            if (platforms.isEmpty()) throw new Refusal("platforms", "freeze.window.platforms.none");
            EnumSet<UnitKind> named = EnumSet.noneOf(UnitKind.class);
            kinds.forEach(kind -> named.add(counted(kind)));
            kinds = java.util.Collections.unmodifiableSet(named);
            platforms = java.util.Collections.unmodifiableSet(EnumSet.copyOf(platforms));
        }

        /** Sections and labs count with their department. */
        static UnitKind counted(UnitKind kind) {
            return kind == UnitKind.SECTION || kind == UnitKind.LAB ? UnitKind.DEPARTMENT : kind;
        }

        static Scope read(Collection<String> kinds, Collection<String> platforms) {
            return new Scope(
                    kinds.stream().map(UnitKind::valueOf).collect(java.util.stream.Collectors.toSet()),
                    platforms.stream().map(Platform::valueOf).collect(java.util.stream.Collectors.toSet()));
        }

        boolean covers(UnitKind kind, Platform platform) {
            return kinds.contains(counted(kind)) && platforms.contains(platform);
        }

        String[] kindNames() {
            return kinds.stream().map(Enum::name).toArray(String[]::new);
        }

        String[] platformNames() {
            return platforms.stream().map(Enum::name).toArray(String[]::new);
        }
    }
}
