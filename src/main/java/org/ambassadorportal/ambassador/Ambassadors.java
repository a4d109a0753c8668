package org.ambassadorportal.ambassador;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.ambassadorportal.identity.ForAnyone;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The published ambassadors, for other rooms' pages: how many they are, what they write about, some of them by chance. */
@Service
@Transactional(readOnly = true)
public class Ambassadors {

    private static final String NAMES = """
            select a.person_id as person, e.name, e.slug,
                (select count(*)::int from directory_entry o where o.plain_name = e.plain_name) as namesakes
            from directory_entry e join ambassador a on a.id = e.ambassador_id
            """;

    private final JdbcClient database;

    Ambassadors(JdbcClient database) {
        this.database = database;
    }

    /** How many there are now. */
    @ForAnyone
    public AmbassadorCounts counts() {
        return database.sql("select (select count(*) from directory_entry) as ambassadors,"
                        + " (select count(distinct k) from directory_entry, unnest(topic_keys) k) as topics")
                .query(AmbassadorCounts.class)
                .single();
    }

    /** The topics that most ambassadors name, the most frequent first. */
    @ForAnyone
    public List<TopicRow> topics(int limit) {
        return database.sql("""
                        select mode() within group (order by t.topic) as name, count(*)::int as ambassadors
                        from directory_entry e, unnest(e.topics, e.topic_keys) as t(topic, key)
                        group by t.key order by count(*) desc, t.key limit ?""")
                .param(Math.clamp(limit, 0, 200))
                .query(TopicRow.class)
                .list();
    }

    /** Some by chance, so that nobody stands on top for good. */
    @ForAnyone
    public List<AmbassadorCard> byChance(int number) {
        return database.sql("select slug, name, credentials, title, unit_name, photo_id from directory_entry"
                        + " order by random() limit ?")
                .param(Math.clamp(number, 0, 50))
                .query(Ambassadors::card)
                .list();
    }

    /**
     * Those whose names fit what was typed so far, best first: for a field that offers names.
     *
     * @param words a part of a name, with or without accents; typos are forgiven
     */
    @ForSignedIn
    public List<AmbassadorName> suggest(@Nullable String words, int limit) {
        if (unfit(words)) return List.of();
        return database.sql(NAMES + """
                        cross join (select lower(immutable_unaccent(:words)) as plain) typed
                        where strpos(e.plain_name, typed.plain) > 0 or typed.plain <% e.plain_name
                        order by starts_with(e.plain_name, typed.plain) desc,
                            word_similarity(typed.plain, e.plain_name) desc, e.name, e.slug
                        limit :limit""")
                .param("words", String.valueOf(words).strip())
                .param("limit", Math.clamp(limit, 1, 50))
                .query(AmbassadorName.class)
                .list();
    }

    /**
     * The one who is called so, as {@link AmbassadorName#label()} writes it; whatever case or accents.
     *
     * @return nobody also where several share the name and nothing tells them apart
     */
    @ForSignedIn
    public Optional<AmbassadorName> called(@Nullable String typed) {
        if (unfit(typed)) return Optional.empty();
        var found = database.sql(NAMES + """
                        where e.plain_name = lower(immutable_unaccent(:typed))
                            or e.plain_name || ' (' || e.slug || ')' = lower(immutable_unaccent(:typed))
                        limit 2""")
                .param("typed", String.valueOf(typed).strip())
                .query(AmbassadorName.class)
                .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** This person, if they have a published page. */
    @ForSignedIn
    public Optional<AmbassadorName> of(PersonId person) {
        return database.sql(NAMES + "where a.person_id = ?")
                .param(person.value())
                .query(AmbassadorName.class)
                .optional();
    }

    private static boolean unfit(@Nullable String words) {
        return words == null || words.isBlank() || words.length() > 200 || words.indexOf('\0') >= 0;
    }

    static AmbassadorCard card(ResultSet row, int n) throws SQLException {
        return AmbassadorCard.of(
                row.getString("slug"),
                row.getString("name"),
                row.getString("credentials"),
                row.getString("title"),
                row.getString("unit_name"),
                row.getString("photo_id"));
    }
}
