package org.ambassadorportal.organization;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ambassadorportal.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The units of the organization, to be read by every room. They are public: the directory shows them to anyone. */
@Service
@Transactional(readOnly = true)
public class Units {

    private static final String ROW = "select id, name, kind, parent_id as parent, closed from organization_unit ";

    private final JdbcClient database;

    Units(JdbcClient database) {
        this.database = database;
    }

    @PreAuthorize("permitAll()")
    public Optional<UnitRow> find(UnitId id) {
        return database.sql(ROW + "where id = :id")
                .param("id", id.value())
                .query(UnitRow.class)
                .optional();
    }

    /** The units with these ids, closed ones too; an id without a unit is left out. */
    @PreAuthorize("permitAll()")
    public Map<UnitId, UnitRow> named(Collection<UnitId> ids) {
        var found = new LinkedHashMap<UnitId, UnitRow>();
        if (ids.isEmpty()) return found;
        database.sql(ROW + "where id = any(:ids)")
                .param("ids", ids.stream().map(UnitId::value).distinct().toArray(UUID[]::new))
                .query(UnitRow.class)
                .list()
                .forEach(unit -> found.put(unit.id(), unit));
        return found;
    }

    /** The unit of exactly this name, whatever case or accents; closed ones are not found. */
    @PreAuthorize("permitAll()")
    public Optional<UnitRow> byName(@Nullable String name) {
        if (name == null || name.isBlank()) return Optional.empty();
        return database.sql(
                        ROW + "where lower(immutable_unaccent(name)) = lower(immutable_unaccent(:name)) and not closed")
                .param("name", name.strip())
                .query(UnitRow.class)
                .optional();
    }

    /**
     * The unit that was chosen by typing its name.
     *
     * @param field the form's field, named by the refusal
     * @throws Refusal when no unit has this name; it names the nearest one, if any is near
     */
    @PreAuthorize("permitAll()")
    // Whoever asks inside a transaction of their own puts the refusal beside the field and goes on.
    @Transactional(readOnly = true, noRollbackFor = Refusal.class)
    public UnitRow chosen(String field, @Nullable String name) {
        if (name == null || name.isBlank()) throw new Refusal(field, "unit.choose");
        return byName(name)
                .orElseThrow(() -> suggest(name, 1).stream()
                        .findFirst()
                        .map(near -> new Refusal(field, "unit.near", near.name()))
                        .orElseGet(() -> new Refusal(field, "unit.unknown")));
    }

    /** The units that fit what was typed so far, best first: those that begin so, that contain it, that sound like it. */
    @PreAuthorize("permitAll()")
    public List<UnitRow> suggest(@Nullable String words, int limit) {
        if (words == null || words.isBlank() || words.length() > 200 || words.indexOf('\0') >= 0) return List.of();
        return database.sql(ROW + """
                        where not closed and (
                            lower(immutable_unaccent(name)) like lower(immutable_unaccent(:anywhere))
                            or lower(immutable_unaccent(:words)) <% lower(immutable_unaccent(name)))
                        order by starts_with(lower(immutable_unaccent(name)), lower(immutable_unaccent(:words))) desc,
                            word_similarity(lower(immutable_unaccent(:words)), lower(immutable_unaccent(name))) desc, name
                        limit :limit""")
                .param("anywhere", "%" + words.strip().replaceAll("[\\\\%_]", "\\\\$0") + "%")
                .param("words", words.strip())
                .param("limit", Math.clamp(limit, 1, 50))
                .query(UnitRow.class)
                .list();
    }

    /** A unit and all that belongs to it, however deep; closed ones too. */
    @PreAuthorize("permitAll()")
    public Set<UnitId> withAllBelow(UnitId top) {
        return new HashSet<>(database.sql("""
                        with recursive below as (
                            select id from organization_unit where id = :top
                            union
                            select u.id from organization_unit u join below b on u.parent_id = b.id)
                        select id from below""")
                .param("top", top.value())
                .query((row, number) -> new UnitId(row.getObject("id", UUID.class)))
                .list());
    }
}
