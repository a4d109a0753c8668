package org.ambassadorportal.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The views of the list that people have: those of everybody, their own and those the team shares, in the order each
 * person moves them to, one of them as the start of the desk. Only its owner changes a view.
 */
@Service
class Views {

    static final int MOST = 50;

    /** All about the views of :me as one value, so that another statement can bring it along. */
    static final String ALL = """
            (select json_build_object(
                'start', (select coalesce(start_built_in, start_view_id::text) from desk_preference
                           where person_id = :me::uuid),
                'places', (select json_object_agg(coalesce(built_in, view_id::text), position) from desk_view_place
                            where person_id = :me::uuid),
                'saved', (select json_agg(json_build_object('id', v.id, 'name', v.name, 'filter', v.filter,
                                 'shared', v.shared, 'mine', v.owner_id = :me::uuid, 'owner', p.name)
                                 order by v.owner_id <> :me::uuid, v.id)
                            from desk_view v join person p on p.id = v.owner_id
                           where v.owner_id = :me::uuid or v.shared)))
            """;

    private record Saved(String id, String name, String filter, boolean shared, boolean mine, String owner) {}

    private record Kept(
            @Nullable String start,
            @Nullable Map<String, Integer> places,
            @Nullable List<Saved> saved) {}

    private final JsonMapper json = JsonMapper.builder().build();
    private final JdbcClient database;

    Views(JdbcClient database) {
        this.database = database;
    }

    /** The views of a person, in their order. */
    @ForComms
    @Transactional(readOnly = true)
    List<Tab> of(PersonId me) {
        return read(database.sql("select " + ALL)
                .param("me", me.value())
                .query(String.class)
                .single());
    }

    /** What {@link #ALL} has brought. */
    @ForComms
    List<Tab> read(String all) {
        var kept = json.readValue(all, Kept.class);
        var start = kept.start();
        var tabs = new ArrayList<Tab>();
        for (var view : View.values()) tabs.add(Tab.of(view, view.key().equals(start)));
        for (var saved : kept.saved() == null ? List.<Saved>of() : kept.saved()) {
            tabs.add(new Tab(
                    saved.id(),
                    null,
                    saved.name(),
                    QueueFilter.read(saved.filter()),
                    saved.owner(),
                    saved.mine(),
                    saved.shared(),
                    saved.id().equals(start),
                    null));
        }
        Map<String, Integer> places = kept.places() == null ? Map.of() : kept.places();
        tabs.sort(Comparator.comparing(tab -> places.getOrDefault(tab.key(), Integer.MAX_VALUE)));
        return tabs;
    }

    /** One of this person's own views. */
    @ForComms
    @Transactional(readOnly = true)
    Tab own(PersonId me, ViewId id) {
        return of(me).stream()
                .filter(tab -> tab.mine() && tab.key().equals(id.toString()))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * Saves what the list shows.
     *
     * @throws ViewTaken where this person has a view of that name, and it is not to be replaced
     */
    @ForComms
    @Transactional
    void save(PersonId me, ViewForm form) {
        int own = database.sql("select count(*) from desk_view where owner_id = ?")
                .param(me.value())
                .query(Integer.class)
                .single();
        if (own >= MOST && !form.replaces()) throw new Refusal("name", "desk.view.many", MOST);
        int saved = database.sql("""
                        insert into desk_view (id, owner_id, name, filter, shared)
                        values (:id, :me, :name, :filter, :shared)
                        on conflict (owner_id, name) do update set filter = excluded.filter, shared = excluded.shared
                         where :replace""")
                .param("id", ViewId.next().value())
                .param("me", me.value())
                .param("name", form.named())
                .param("filter", form.filter().query())
                .param("shared", form.forAll())
                .param("replace", form.replaces())
                .update();
        if (saved == 0) throw new ViewTaken();
    }

    /** Gives a view another name, or shares it. */
    @ForComms
    @Transactional
    void change(PersonId me, ViewId id, ViewForm form) {
        try {
            must(database.sql("update desk_view set name = ?, shared = ? where id = ? and owner_id = ?")
                    .params(form.named(), form.forAll(), id.value(), me.value())
                    .update());
        } catch (DuplicateKeyException another) {
            throw new Refusal("name", "desk.view.name.other");
        }
    }

    @ForComms
    @Transactional
    void remove(PersonId me, ViewId id) {
        must(database.sql("delete from desk_view where id = ? and owner_id = ?")
                .params(id.value(), me.value())
                .update());
    }

    /** Moves a view by one, in the order of this person alone. */
    @ForComms
    @Transactional
    void move(PersonId me, @Nullable String key, boolean up) {
        var keys = new ArrayList<>(of(me).stream().map(Tab::key).toList());
        int at = keys.indexOf(key);
        if (at < 0) throw new NotFound();
        int to = up ? at - 1 : at + 1;
        if (to < 0 || to >= keys.size()) return;
        Collections.swap(keys, at, to);
        for (int position = 0; position < keys.size(); position++) {
            var builtIn = builtIn(keys.get(position));
            database.sql("""
                            insert into desk_view_place (person_id, built_in, view_id, position)
                            values (:me, :builtIn, :saved, :position)
                            on conflict (person_id, %s) do update set position = excluded.position""".formatted(builtIn == null ? "view_id" : "built_in"))
                    .param("me", me.value())
                    .param("builtIn", builtIn)
                    .param("saved", builtIn == null ? id(keys.get(position)) : null)
                    .param("position", position)
                    .update();
        }
    }

    /** Opens the desk with this view from now on. */
    @ForComms
    @Transactional
    void startWith(PersonId me, @Nullable String key) {
        var tab =
                of(me).stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow(NotFound::new);
        var builtIn = tab.builtIn() == View.OPEN ? null : builtIn(tab.key());
        database.sql("""
                        insert into desk_preference (person_id, keys, start_built_in, start_view_id)
                        values (:me, true, :builtIn, :saved)
                        on conflict (person_id) do update set start_built_in = excluded.start_built_in,
                            start_view_id = excluded.start_view_id""")
                .param("me", me.value())
                .param("builtIn", builtIn)
                .param("saved", tab.builtIn() == null ? id(tab.key()) : null)
                .update();
    }

    private static @Nullable String builtIn(String key) {
        return key.length() == 36 ? null : key;
    }

    private static UUID id(String key) {
        return UUID.fromString(key);
    }

    private static void must(int changed) {
        if (changed == 0) throw new NotFound();
    }
}
