package org.ambassadorportal.kernel;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a form that is sent twice do its work once. Each form carries a key of its own; the second sending waits for
 * the first and gets the same answer, also when both come at once and at different nodes.
 */
@Component
public class Submissions {

    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient database;
    private final Clock clock;

    Submissions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Does the work, unless a form with this key was taken before.
     *
     * @param key the form's own key, unguessable; a form without one does its work each time
     * @param work what to do; its answer, such as a reference, is kept for a week
     * @return the answer of the first sending
     */
    @Transactional
    public String once(@Nullable String key, Supplier<String> work) {
        if (key == null || key.isBlank()) return work.get();
        var now = clock.instant().atOffset(java.time.ZoneOffset.UTC);
        // The insert of a second sending blocks here until the first one's transaction has ended.
        int first = database.sql("insert into submission (key, at) values (?, ?) on conflict do nothing")
                .params(key, now)
                .update();
        if (first == 0) {
            return database.sql("select answer from submission where key = ?")
                    .param(key)
                    .query(String.class)
                    .single();
        }
        var answer = work.get();
        database.sql("update submission set answer = ? where key = ?")
                .params(answer, key)
                .update();
        return answer;
    }

    /** Forgets the keys that are older than a week. */
    @Transactional
    public int forgetOld() {
        return database.sql("delete from submission where at < ?")
                .param(clock.instant().minus(KEPT).atOffset(java.time.ZoneOffset.UTC))
                .update();
    }
}
