package org.ambassadorportal.organization;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.kernel.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tree of units as admins look after it. */
@Service
class UnitTree {

    private static final String PAGE = """
            select u.id, u.name, u.kind, u.parent_id as parent, p.name as parent_name, u.closed, u.version,
                (select count(*) from organization_unit b where b.parent_id = u.id and not b.closed) as below
            from organization_unit u left join organization_unit p on p.id = u.parent_id
            where u.id = ?""";

    private final JdbcClient database;
    private final UnitRepository repository;
    private final Units units;
    private final Clock clock;

    UnitTree(JdbcClient database, UnitRepository repository, Units units, Clock clock) {
        this.database = database;
        this.repository = repository;
        this.units = units;
        this.clock = clock;
    }

    /** The units that exist, as a tree; with words, those that fit and the ones above them. */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional(readOnly = true)
    List<UnitNode> tree(@Nullable String words) {
        var rows = rows("where not closed");
        if (words == null || words.isBlank()) return UnitNode.tree(rows, java.util.Set.of());
        var found = database.sql("""
                        select id from organization_unit
                        where not closed and lower(immutable_unaccent(name)) like lower(immutable_unaccent(?))""")
                .param("%" + words.strip().replaceAll("[\\\\%_]", "\\\\$0") + "%")
                .query((row, number) -> new UnitId(row.getObject("id", UUID.class)))
                .set();
        var byId = rows.stream().collect(Collectors.toMap(UnitRow::id, row -> row));
        var shown = new java.util.HashSet<UnitId>();
        for (var id : found) {
            for (var at = byId.get(id); at != null && shown.add(at.id()); ) {
                at = at.parent() == null ? null : byId.get(at.parent());
            }
        }
        return UnitNode.tree(
                rows.stream().filter(row -> shown.contains(row.id())).toList(), found);
    }

    /** The units that no longer exist, by name. */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional(readOnly = true)
    List<UnitRow> closed() {
        return rows("where closed");
    }

    private List<UnitRow> rows(String condition) {
        return database.sql("select id, name, kind, parent_id as parent, closed from organization_unit " + condition
                        + " order by name, id")
                .query(UnitRow.class)
                .list();
    }

    @PreAuthorize("hasRole('ADMIN')")
    @Transactional(readOnly = true)
    UnitPage get(UnitId id) {
        return database.sql(PAGE)
                .param(id.value())
                .query(UnitPage.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * Adds a unit.
     *
     * @throws Refusal for the field {@code name} when another unit has it, for {@code parent} when there is no such unit
     */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    UnitId add(String name, UnitKind kind, @Nullable String parent) {
        var unit = new Unit(UnitId.next(), name, kind, parent(parent), clock.instant());
        save(unit);
        return unit.id();
    }

    /**
     * Renames a unit, says what kind it is, and moves it.
     *
     * @throws StaleEdit when somebody else changed it since the form was opened
     * @throws Refusal as for a new unit; for {@code parent} also when the unit would stand below itself
     */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    void change(UnitId id, String name, UnitKind kind, @Nullable String parent, @Nullable Long seen) {
        var unit = repository.findById(id).orElseThrow(NotFound::new);
        unit.call(name, kind, seen, clock.instant());
        unit.moveBelow(parent(parent), seen, clock.instant());
        save(unit);
    }

    /**
     * Closes a unit: nobody can choose it any more.
     *
     * @throws Refusal while units that exist belong to it
     */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    void close(UnitId id, @Nullable Long seen) {
        int below = get(id).below();
        if (below > 0) throw new Refusal("name", "unit.has-units", below);
        var unit = repository.findById(id).orElseThrow(NotFound::new);
        unit.close(seen, clock.instant());
        save(unit);
    }

    /**
     * Lets a closed unit exist again.
     *
     * @throws Refusal when another unit has its name now, or the one above it is closed
     */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    void reopen(UnitId id, @Nullable Long seen) {
        var parent = get(id).parent();
        if (parent != null && units.find(parent).orElseThrow(NotFound::new).closed()) {
            throw new Refusal("parent", "unit.parent-closed");
        }
        var unit = repository.findById(id).orElseThrow(NotFound::new);
        unit.reopen(seen, clock.instant());
        save(unit);
    }

    private @Nullable UnitId parent(@Nullable String name) {
        return name == null || name.isBlank()
                ? null
                : units.chosen("parent", name).id();
    }

    private void save(Unit unit) {
        try {
            repository.saveAndFlush(unit);
        } catch (OptimisticLockingFailureException atTheSameMoment) {
            throw new StaleEdit();
        } catch (DataIntegrityViolationException refused) {
            if (Violation.of("organization_unit_one_name", refused)) throw new Refusal("name", "unit.name.taken");
            if (Violation.of("organization_unit_stays_tree", refused)) throw new BelowItself();
            throw refused;
        }
    }
}
