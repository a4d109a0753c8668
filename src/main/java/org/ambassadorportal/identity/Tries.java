package org.ambassadorportal.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds up guessing. Each try is counted before it is looked at, by account and by network address, in the database:
 * so all nodes share the count, and many tries at once cannot slip past it. A pause begins when the count is full,
 * ends by itself, and is not made longer by trying on.
 */
@Service
class Tries {

    private final JdbcClient database;
    private final SignInSettings settings;
    private final Clock clock;

    Tries(JdbcClient database, SignInSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts a password, and says whether it may be looked at. */
    @ForAnyone
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean password(String mail, String network) {
        boolean account = count("password", mail, settings.triesPerAccount());
        boolean address = count("network", network, settings.triesPerNetwork());
        return account && address;
    }

    /** The password was right: the account starts afresh, and the network address has one try less. */
    @ForAnyone
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void right(String mail, String network) {
        forget(mail);
        database.sql("update sign_in_tries set tries = greatest(tries - 1, 0) where key = ? and locked_until is null")
                .param(key("network", network))
                .update();
    }

    /** A link from the mailbox was used, which proves more than a password: the account starts afresh. */
    @ForAnyone
    @Transactional
    void forget(String mail) {
        database.sql("delete from sign_in_tries where key = ?")
                .param(key("password", mail))
                .update();
    }

    /** Counts a request for a link, and says whether one may be sent. */
    @ForAnyone
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean link(String mail, String network) {
        boolean account = count("link", mail, settings.linksPerAccount());
        boolean address = count("link-network", network, settings.triesPerNetwork());
        return account && address;
    }

    /** Forgets what is over, so that the table stays small. */
    @ForSystem
    @Transactional
    int forgetOld() {
        var now = clock.instant();
        return database.sql(
                        "delete from sign_in_tries where since < :window and (locked_until is null or locked_until < :now)")
                .param("window", now.minus(settings.window()).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private boolean count(String kind, String whose, int limit) {
        var now = clock.instant();
        // Whether this try is allowed is what the row said before it: a full count locks the next one.
        return database.sql("""
                        insert into sign_in_tries as t (key, tries, since) values (:key, 1, :now)
                        on conflict (key) do update set
                            tries = case
                                when t.locked_until > :now then t.tries
                                when t.locked_until is not null or t.since < :window then 1
                                else t.tries + 1 end,
                            since = case
                                when t.locked_until > :now then t.since
                                when t.locked_until is not null or t.since < :window then :now
                                else t.since end,
                            locked_until = case
                                when t.locked_until > :now then t.locked_until
                                when t.locked_until is not null or t.since < :window then null
                                when t.tries + 1 > :limit then :pause
                                else null end
                        returning locked_until is null""")
                .param("key", key(kind, whose), Types.BINARY)
                .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("window", now.minus(settings.window()).atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("pause", now.plus(settings.pause()).atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("limit", limit)
                .query(Boolean.class)
                .single();
    }

    private static byte[] key(String kind, String whose) {
        try {
            var plain = kind + ":" + whose.strip().toLowerCase(Locale.ROOT);
            return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
