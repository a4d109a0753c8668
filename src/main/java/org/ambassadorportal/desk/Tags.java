package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The words by which the team finds items again. A tag disturbs nobody: what another person is writing meanwhile is not
 * stale by it, and of two people who put the same one on an item both are right.
 */
@Service
class Tags {

    static final int LONGEST = 40;

    /** So many an item can have; more would tell nothing. */
    static final int MOST = 20;

    private static final int OFFERED = 12;

    /** How the statements find a tag by what was typed. */
    static final String NAMED = "select id from desk_tag where plain = lower(immutable_unaccent(:tag))";

    private final JdbcClient database;
    private final Conversations conversations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tags(JdbcClient database, Conversations conversations, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.conversations = conversations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Puts tags on an item; one that it has already is passed over.
     *
     * @return whether any was new to it
     * @throws Refusal at "tag", where one is too long or the item has too many
     */
    @ForComms
    @Transactional
    boolean add(Reference reference, PersonId by, List<String> names) {
        var at = clock.instant();
        var item = held(reference, at);
        boolean changed = false;
        // In one order, so that two people who add several at once do not wait for each other for ever.
        for (var name : names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList()) {
            if (name.length() > LONGEST) throw new Refusal("tag", "desk.tag.long", LONGEST);
            if (!put(reference, named(name, at))) continue;
            changed = true;
            conversations.change(reference, by, "desk.event.tagged", null, name, at);
        }
        if (changed) {
            if (count(reference) > MOST) throw new Refusal("tag", "desk.tag.many", MOST);
            events.publishEvent(new ItemTagged(item.id(), reference, item.kind(), at));
        }
        return changed;
    }

    /**
     * Takes a tag off an item.
     *
     * @return whether it was there
     */
    @ForComms
    @Transactional
    boolean remove(Reference reference, PersonId by, String name) {
        var at = clock.instant();
        var item = held(reference, at);
        int gone = database.sql("delete from desk_item_tag where reference = :reference and tag_id = (" + NAMED + ")")
                .param("reference", reference.number())
                .param("tag", name)
                .update();
        if (gone == 0) return false;
        conversations.change(reference, by, "desk.event.untagged", name, null, at);
        events.publishEvent(new ItemTagged(item.id(), reference, item.kind(), at));
        return true;
    }

    /** The tags that fit what was typed behind the last comma, what was used last before the others. */
    @ForComms
    @Transactional(readOnly = true)
    List<String> suggest(@Nullable String typed) {
        var all = typed == null ? "" : typed.substring(0, Math.min(typed.length(), 400));
        int last = all.lastIndexOf(',') + 1;
        var before = last == 0 ? "" : all.substring(0, last) + " ";
        var begun = all.substring(last).strip();
        return database
                .sql("""
                        select name from desk_tag
                         where plain like '%' || replace(replace(replace(
                                   lower(immutable_unaccent(:begun)), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
                         order by used_at desc, id limit :limit""")
                .param("begun", begun.replace("\u0000", ""))
                .param("limit", OFFERED)
                .query(String.class)
                .stream()
                .map(name -> before + name)
                .toList();
    }

    private Held held(Reference reference, Instant at) {
        // Besides holding the item it tells those who look at it that something is new; its version stays.
        return database.sql("update desk_item set touched_at = :at where reference = :reference returning id, kind")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reference", reference.number())
                .query((row, number) -> new Held(row.getObject("id", UUID.class), row.getString("kind")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private UUID named(String name, Instant at) {
        return database.sql("""
                        insert into desk_tag (id, name, used_at) values (:id, :name, :at)
                        on conflict (plain) do update set used_at = excluded.used_at
                        returning id""")
                .param("id", Ids.next())
                .param("name", name)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single();
    }

    private boolean put(Reference reference, UUID tag) {
        return database.sql("insert into desk_item_tag (reference, tag_id) values (?, ?) on conflict do nothing")
                        .params(reference.number(), tag)
                        .update()
                == 1;
    }

    private int count(Reference reference) {
        return database.sql("select count(*) from desk_item_tag where reference = ?")
                .param(reference.number())
                .query(Integer.class)
                .single();
    }

    private record Held(UUID id, String kind) {}
}
