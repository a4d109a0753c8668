package org.ambassadorportal.ambassador;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.ambassadorportal.identity.ForAnyone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The published ambassadors, for other rooms' pages: how many they are, what they write about, some of them by chance. */
@Service
@Transactional(readOnly = true)
public class Ambassadors {

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
