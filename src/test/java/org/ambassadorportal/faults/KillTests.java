package org.ambassadorportal.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.ambassadorportal.identity.Wire;
import org.ambassadorportal.notification.ScriptedSmtp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** What is left when the portal, or its database, is killed while people write: real processes, really killed. */
class KillTests {

    private static final String MAIL = "casey.sample@staff.test";
    private static final String PASSWORD = "four unrelated words";
    private static final int WRITERS = 3;
    private static final int FIRST = 20;
    private static final Pattern REFERENCE = Pattern.compile("/requests/R-(\\d+)/done");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (\\S+)", Pattern.CASE_INSENSITIVE);

    @TempDir
    Path folder;

    private final Set<Long> acknowledged = new ConcurrentSkipListSet<>();
    private final AtomicBoolean kills = new AtomicBoolean();
    private final AtomicBoolean dead = new AtomicBoolean();
    private final AtomicReference<PortalProcess> portal = new AtomicReference<>();

    @Test
    void everythingAcknowledgedIsThereAfterAKillAndNoMailIsLostOrSentThreeTimes() throws Exception {
        try (var database = new OwnDatabase(folder, OwnDatabase.freePort());
                var smtp = new ScriptedSmtp(recipient -> "250 ok", this::killOnce);
                var people = Executors.newFixedThreadPool(WRITERS)) {
            database.start();
            portal.set(start(database, smtp, "first"));
            portal.get().answers(Duration.ofSeconds(60));
            registerWriter(database);

            // The portal dies between the mail server's taking of a mail and its saying so, in the midst of writes.
            var writing = write(people);
            PortalProcess.until(Duration.ofSeconds(60), () -> acknowledged.size() >= FIRST);
            kills.set(true);
            PortalProcess.until(Duration.ofSeconds(30), () -> !portal.get().isAlive());
            ended(writing);
            allIsWhole(database);

            portal.set(start(database, smtp, "second"));
            portal.get().answers(Duration.ofSeconds(60));
            // The dead node's lease on the mail in its hands is over after ten minutes.
            run(database, "update email set claimed_until = now() where claimed_until is not null");
            PortalProcess.until(Duration.ofSeconds(60), () -> count(database, "email where state = 'WAITING'") == 0);
            eachMailArrivedOnceButOneTwice(database, smtp);

            // The database dies in the midst of writes.
            int before = acknowledged.size();
            var more = write(people);
            PortalProcess.until(Duration.ofSeconds(60), () -> acknowledged.size() >= before + FIRST);
            database.kill();
            ended(more);
            database.start();
            allIsWhole(database);
        } finally {
            if (portal.get() != null) portal.get().close();
        }
    }

    private PortalProcess start(OwnDatabase database, ScriptedSmtp smtp, String name) throws Exception {
        return new PortalProcess(
                folder,
                name,
                database.url(),
                "--portal.mail.host=127.0.0.1",
                "--portal.mail.port=" + smtp.port(),
                "--portal.mail.encryption=NONE",
                "--portal.mail.from=portal@staff.test",
                "--portal.mail.every=1s",
                "--db-scheduler.heartbeat-interval=1s");
    }

    private void killOnce() {
        if (kills.compareAndSet(true, false)) portal.get().close();
    }

    private static void registerWriter(OwnDatabase database) throws SQLException {
        var hash = "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode(PASSWORD);
        try (var owner = database.asOwner();
                var insert = owner.prepareStatement(
                        "insert into person (id, name, mail, role, password, version) values (?, 'Casey Sample', ?, 'STAFF', ?, 0)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, MAIL);
            insert.setString(3, hash);
            insert.executeUpdate();
        }
    }

    /** Asks one question after the other, each writer until the portal no longer answers. */
    private List<Future<?>> write(ExecutorService people) {
        var writing = new ArrayList<Future<?>>();
        for (int writer = 0; writer < WRITERS; writer++) writing.add(people.submit(this::writeUntilItDies));
        return writing;
    }

    private void writeUntilItDies() {
        var browser = new Wire(portal.get().port());
        assertThat(browser.signIn(MAIL, PASSWORD).status()).isEqualTo(303);
        while (!dead.get()) {
            try {
                var answer = browser.fill(
                        "/requests/new/question",
                        Map.of("whom", "me", "title", "Is it kept?", "words", "It was said that it is."));
                var reference = REFERENCE.matcher(answer.header("location"));
                if (answer.status() == 303 && reference.find()) acknowledged.add(Long.valueOf(reference.group(1)));
            } catch (RuntimeException | AssertionError cutOff) {
                // It is dying; what counts is what it had acknowledged.
            }
        }
    }

    private void ended(List<Future<?>> writing) throws Exception {
        dead.set(true);
        for (var writer : writing) writer.get(60, TimeUnit.SECONDS);
        dead.set(false);
    }

    /** What was acknowledged is there, and of nothing is there only a part. */
    private void allIsWhole(OwnDatabase database) throws SQLException {
        var kept = new ConcurrentSkipListSet<Long>();
        try (var owner = database.asOwner();
                var rows = owner.createStatement().executeQuery("select reference from desk_item")) {
            while (rows.next()) kept.add(rows.getLong(1));
        }
        assertThat(kept).containsAll(acknowledged);
        assertThat(count(database, "desk_item")).isEqualTo(count(database, "desk_message"));
        assertThat(count(database, "desk_item")).isEqualTo(count(database, "email where reference is not null"));
        assertThat(count(
                        database,
                        "desk_item i where not exists (select from desk_span s where s.reference = i.reference)"))
                .isZero();
    }

    private static void eachMailArrivedOnceButOneTwice(OwnDatabase database, ScriptedSmtp smtp) throws SQLException {
        var arrived = new TreeMap<String, Integer>();
        for (var mail : smtp.taken()) {
            var id = MESSAGE_ID.matcher(mail);
            assertThat(id.find()).isTrue();
            arrived.merge(id.group(1), 1, Integer::sum);
        }
        assertThat(arrived).hasSize(count(database, "email where state = 'DELIVERED'"));
        assertThat(count(database, "email where state <> 'DELIVERED'")).isZero();
        assertThat(arrived.values().stream().filter(times -> times > 1)).containsExactly(2);
    }

    private static int count(OwnDatabase database, String from) throws SQLException {
        try (var owner = database.asOwner();
                var row = owner.createStatement().executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void run(OwnDatabase database, String sql) throws SQLException {
        try (var owner = database.asOwner()) {
            owner.createStatement().execute(sql);
        }
    }
}
