package org.ambassadorportal.organization;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ambassadorportal.kernel.CsvUpload;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes units from a table. A row that fits nothing is left out and named with the reason; all others are taken. Units
 * are known by their names, so the same table again changes nothing. Two imports at once wait for one another.
 */
@Service
class UnitImport {

    static final String NAME = "name";
    static final String KIND = "kind";
    static final String PARENT = "belongs to";

    private static final int LONGEST = 160;
    static final CsvUpload.Limits LIMITS = new CsvUpload.Limits(2 * 1024 * 1024, 5_000, 20, 500);

    /** What became of a row. */
    enum Outcome {
        ADDED,
        CHANGED,
        SAME,
        REFUSED;

        public String key() {
            return "unit.import." + name();
        }
    }

    /**
     * A row of the report.
     *
     * @param reason the key of the reason, for a row that was refused
     */
    record Line(
            int row, String name, Outcome outcome, @Nullable String reason, List<Object> arguments) {}

    /** What became of all rows, in the order of the file. */
    record Report(List<Line> lines) {

        public long count(Outcome outcome) {
            return lines.stream().filter(line -> line.outcome() == outcome).count();
        }

        /** How many rows had each outcome, by the outcome's word. */
        public Map<String, Long> counts() {
            var counts = new LinkedHashMap<String, Long>();
            for (var outcome : Outcome.values()) counts.put(outcome.key(), count(outcome));
            return counts;
        }

        public List<Line> refused() {
            return lines.stream()
                    .filter(line -> line.outcome() == Outcome.REFUSED)
                    .toList();
        }
    }

    private final JdbcClient database;
    private final UnitRepository repository;
    private final Clock clock;

    UnitImport(JdbcClient database, UnitRepository repository, Clock clock) {
        this.database = database;
        this.repository = repository;
        this.clock = clock;
    }

    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    Report take(CsvUpload table) {
        database.sql("select pg_advisory_xact_lock(hashtext('organization_unit'))")
                .query(row -> {});
        return new Work(table).done();
    }

    /** One import, with what is known while it goes on. */
    private final class Work {

        private final boolean movesUnits;
        private final Map<Integer, Line> lines = new LinkedHashMap<>();
        private final Map<String, String> keys = new HashMap<>();
        private final Map<String, Unit> known = new HashMap<>();
        private final Map<UnitId, @Nullable UnitId> parents = new HashMap<>();
        private final List<CsvUpload.Row> waiting = new ArrayList<>();

        Work(CsvUpload table) {
            movesUnits = table.columns().stream().anyMatch(PARENT::equalsIgnoreCase);
            readKeys(table);
            for (var unit : repository.findAll()) {
                parents.put(unit.id(), unit.row().parent());
                if (!unit.row().closed()) known.put(keys.getOrDefault(unit.row().name(), ""), unit);
            }
            sift(table);
        }

        /** Names are compared as the database compares them: without case and accents. */
        private void readKeys(CsvUpload table) {
            var names = new HashSet<String>();
            for (var row : table.rows()) {
                names.add(text(row, NAME));
                names.add(text(row, PARENT));
            }
            database.sql("""
                            select n as name, lower(immutable_unaccent(n)) as key from unnest(cast(? as text[])) n
                            union select name, lower(immutable_unaccent(name)) from organization_unit""").param(names.toArray(String[]::new)).query(row -> {
                keys.put(row.getString("name"), row.getString("key"));
            });
        }

        /** Without the apostrophe by which a download makes a cell harmless that a spreadsheet would take for a formula. */
        private static String text(CsvUpload.Row row, String column) {
            var cell = row.cell(column);
            return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0
                    ? cell.substring(1)
                    : cell;
        }

        private String key(String name) {
            return Objects.requireNonNullElse(keys.get(name), name);
        }

        private void sift(CsvUpload table) {
            var seen = new HashMap<String, Integer>();
            for (var row : table.rows()) {
                var name = text(row, NAME);
                var before = seen.putIfAbsent(key(name), row.number());
                if (name.isEmpty()) refuse(row, "unit.import.no-name");
                else if (name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl))
                    refuse(row, "unit.import.bad-name", LONGEST);
                else if (before != null) refuse(row, "unit.import.twice", before);
                else if (UnitKind.read(row.cell(KIND)).isEmpty()) refuse(row, "unit.import.no-kind", row.cell(KIND));
                else waiting.add(row);
            }
        }

        /** Takes rows whose parent is known, until no more can be taken; a parent may stand below its units in the file. */
        Report done() {
            boolean moved = true;
            while (moved && !waiting.isEmpty()) {
                moved = waiting.removeIf(this::taken);
            }
            for (var row : waiting) refuse(row, "unit.import.no-parent", text(row, PARENT));
            return new Report(lines.values().stream()
                    .sorted(Comparator.comparingInt(Line::row))
                    .toList());
        }

        private boolean taken(CsvUpload.Row row) {
            var above = text(row, PARENT);
            var parent = above.isEmpty() ? null : known.get(key(above));
            if (!above.isEmpty() && parent == null) return false;
            var kind = UnitKind.read(row.cell(KIND)).orElse(UnitKind.OTHER);
            var unit = known.get(key(text(row, NAME)));
            if (unit == null) add(row, kind, parent == null ? null : parent.id());
            else change(row, unit, kind, parent == null ? null : parent.id());
            return true;
        }

        private void add(CsvUpload.Row row, UnitKind kind, @Nullable UnitId parent) {
            var unit = repository.save(new Unit(UnitId.next(), text(row, NAME), kind, parent, clock.instant()));
            known.put(key(text(row, NAME)), unit);
            parents.put(unit.id(), parent);
            say(row, Outcome.ADDED);
        }

        private void change(CsvUpload.Row row, Unit unit, UnitKind kind, @Nullable UnitId parent) {
            var now = unit.row();
            var target = movesUnits ? parent : now.parent();
            if (below(target, unit.id())) {
                refuse(row, "unit.import.circle");
                return;
            }
            boolean same =
                    now.name().equals(text(row, NAME)) && now.kind() == kind && Objects.equals(now.parent(), target);
            if (!same) {
                unit.call(text(row, NAME), kind, null, clock.instant());
                unit.moveBelow(target, null, clock.instant());
                repository.save(unit);
                parents.put(unit.id(), target);
            }
            say(row, same ? Outcome.SAME : Outcome.CHANGED);
        }

        /** Whether a unit is another one or stands below it. */
        private boolean below(@Nullable UnitId unit, UnitId other) {
            for (@Nullable UnitId at = unit; at != null; at = parents.get(at)) if (at.equals(other)) return true;
            return false;
        }

        private void say(CsvUpload.Row row, Outcome outcome) {
            lines.put(row.number(), new Line(row.number(), text(row, NAME), outcome, null, List.of()));
        }

        private void refuse(CsvUpload.Row row, String reason, Object... arguments) {
            lines.put(
                    row.number(), new Line(row.number(), text(row, NAME), Outcome.REFUSED, reason, List.of(arguments)));
        }
    }
}
