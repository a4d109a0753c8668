package org.ambassadorportal.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.ambassadorportal.identity.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * What the portal does while its database is absent, frozen or dead: real processes, really stopped and killed. One
 * portal is started before its database and lives through it all; another never gets one. And what its log says of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DatabaseFaultTests {

    private static final String MAIL = "casey.sample@staff.test";
    private static final String PASSWORD = "four unrelated words";

    /** Pages that ask the database in different places: the session, the page, the shell, a form's answer. */
    private static final List<String> PAGES =
            List.of("/", "/help", "/policies/code-of-conduct", "/sign-in", "/requests", "/desk", "/nowhere");

    /** How a line of the log begins; those that the virtual machine writes by itself begin with their own word. */
    private static final Pattern LINE =
            Pattern.compile("^$|^\\s|^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+\\S+ +(ERROR|WARN|INFO) \\[|^(WARNING: |OpenJDK )");

    @TempDir
    static Path folder;

    private OwnDatabase database;
    private PortalProcess portal;
    private PortalProcess forlorn;

    @BeforeAll
    void startThePortalBeforeItsDatabase() throws Exception {
        database = new OwnDatabase(folder, OwnDatabase.freePort());
        portal = new PortalProcess(folder, "portal", database.url());
        forlorn = new PortalProcess(
                folder,
                "forlorn",
                "jdbc:postgresql://127.0.0.1:" + OwnDatabase.freePort() + "/portal",
                "--spring.flyway.connect-retries=1");
        PortalProcess.until(
                Duration.ofSeconds(60), () -> portal.output().contains("Connection error") || !portal.isAlive());
        database.start();
        portal.answers(Duration.ofSeconds(60));
        signIn();
    }

    private void signIn() throws Exception {
        var hash = "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode(PASSWORD);
        try (var owner = database.asOwner();
                var insert = owner.prepareStatement(
                        "insert into person (id, name, mail, role, password, version) values (?, 'Casey Sample', ?, 'COMMS', ?, 0)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, MAIL);
            insert.setString(3, hash);
            insert.executeUpdate();
        }
        assertThat(portal.fill("/sign-in", Map.of("mail", MAIL, "password", PASSWORD))
                        .status())
                .isEqualTo(303);
    }

    @AfterAll
    void endWhatWasStarted() throws Exception {
        if (portal != null) portal.close();
        if (forlorn != null) forlorn.close();
        if (database != null) database.close();
    }

    @Test
    void waitsForADatabaseThatComesUpLater() throws Exception {
        assertThat(portal.output()).contains("Connection error", "Retrying");
        assertThat(portal.get("/help").status()).isEqualTo(200);
    }

    @Test
    void endsWithAClearWordWhenNoDatabaseComes() throws Exception {
        assertThat(forlorn.ends(Duration.ofSeconds(60))).isNotZero();
        assertThat(forlorn.output())
                .contains("APPLICATION FAILED TO START")
                .contains("The portal waited for its database, and could not connect to it: Connection")
                .contains("Start the database, or correct spring.datasource.*")
                .doesNotContain("\tat ");
    }

    @Test
    void answersInBoundedTimeWhileTheDatabaseIsFrozen() throws Exception {
        database.freeze();
        try {
            // The first request finds connections that look sound, the second a pool that knows better.
            for (int round = 0; round < 2; round++) honestWithin(Duration.ofSeconds(7));
            assertThat(portal.liveness()).isEqualTo(200);
            assertThat(portal.readiness()).isEqualTo(503);
        } finally {
            database.thaw();
        }
        recovers();
    }

    @Test
    void answersHonestlyWhileTheDatabaseIsDeadAndRecoversAlone() throws Exception {
        database.kill();
        for (int round = 0; round < 2; round++) honestWithin(Duration.ofSeconds(5));
        assertThat(portal.liveness()).isEqualTo(200);
        assertThat(portal.readiness()).isEqualTo(503);
        database.start();
        recovers();
    }

    @Test
    void theLogHoldsNoForgedLinesNoSecretsAndNoBodies() throws Exception {
        var typed = "zq-body\r\n2026-01-01T00:00:00.000Z ERROR forged";
        var browser = new Wire(portal.port());
        browser.fill("/sign-in", Map.of("mail", "zq-mail@staff.test\r\nforged", "password", "zq-wrong password"));
        browser.fill("/sign-in/link", Map.of("mail", MAIL));
        browser.get("/sign-in/link/zq-token-0123456789abcdefghij");
        assertThat(browser.signIn(MAIL, PASSWORD).status()).isEqualTo(303);
        browser.fill("/requests/new/question", Map.of("whom", "me", "title", "", "words", typed + "\u001b[31m"));
        browser.fill("/requests/new/question", Map.of("whom", "me", "title", "zq-title", "words", typed));
        new Wire(portal.port()).header("User-Agent", "agent\r\n forged").get("/help");
        new Wire(portal.port())
                .header("X-Forwarded-For", "%0d%0aforged\u001b[2J")
                .get("/nowhere%0d%0aforged?q=%0d%0aforged");
        browser.raw("GET /help\rforged HTTP/1.1\r\nHost: localhost\r\n\r\n");
        browser.raw("FOR\ngED /help HTTP/1.1\r\nHost: local\rforged\r\n\r\n");
        browser.raw("GET / HTTP/1.1\r\nHost: localhost\r\nCookie: SESSION=zq-session\r\nConnection: close\r\n\r\n");
        browser.raw("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 99\r\n"
                + "Content-Type: multipart/form-data; boundary=\"x\rforged\"\r\n\r\n--x\r\nzq-part"
                + "\r\n".repeat(60));
        // What breaks on our side is told at length, with its exception, and still without what was typed.
        try (var owner = database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("alter table desk_message add constraint zq check (words !~ 'zq-broken')");
            var broken = browser.fill(
                    "/requests/new/question", Map.of("whom", "me", "title", "zq-title", "words", "zq-broken " + typed));
            assertThat(broken.status()).isEqualTo(500);
            statement.execute("alter table desk_message drop constraint zq");
        }
        var log = portal.output();
        assertThat(log).contains("desk_message");
        assertThat(log.toLowerCase(Locale.ROOT)).doesNotContain("zq-", PASSWORD);
        assertThat(log).doesNotContainPattern("/sign-in/link/[\\w-]{16,}").doesNotContain("argon2");
        browser.cookies().values().forEach(secret -> assertThat(log).doesNotContain(secret));
        assertThat(log).doesNotContain("\u001b");
        assertThat(log.split("\n"))
                .as("every line is one of the portal's own, or belongs to an exception")
                .allMatch(line -> LINE.matcher(line).find() && !line.contains("\r"));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void asLastOfAllItEndsWhenAskedToAndFinishesWhatItHasBegun() throws Exception {
        try (var owner = database.asOwner();
                var statement = owner.createStatement();
                var other = Executors.newSingleThreadExecutor()) {
            owner.setAutoCommit(false);
            statement.execute("lock table policy_version in access exclusive mode");
            var begun = other.submit(() -> portal.get("/policies"));
            PortalProcess.until(Duration.ofSeconds(2), () -> {
                var waiting = statement.executeQuery("select count(*) > 0 from pg_locks where not granted");
                return waiting.next() && waiting.getBoolean(1);
            });
            portal.askToEnd();
            PortalProcess.until(Duration.ofSeconds(2), () -> portal.readiness() != 200);
            assertThat(begun).isNotDone();
            owner.rollback();
            assertThat(begun.get().status()).isEqualTo(200);
            assertThat(begun.get().body()).contains("</html>");
        }
        assertThat(portal.ends(Duration.ofSeconds(30))).isEqualTo(128 + 15);
    }

    private void recovers() throws Exception {
        PortalProcess.until(Duration.ofSeconds(15), () -> portal.readiness() == 200);
        assertThat(portal.get("/desk").status()).isEqualTo(200);
        assertThat(portal.isAlive()).isTrue();
    }

    /** All at once, as people come: nobody waits for long, and nobody is told anything but the truth. */
    private void honestWithin(Duration longest) throws Exception {
        try (var many = Executors.newFixedThreadPool(PAGES.size())) {
            var answers = new ArrayList<Future<PortalProcess.Answer>>();
            for (var path : PAGES) answers.add(many.submit(() -> portal.get(path)));
            for (int i = 0; i < PAGES.size(); i++) {
                var answer = answers.get(i).get();
                assertThat(answer.took()).as(PAGES.get(i)).isLessThan(longest);
                // A page that needs nothing from the database is shown as ever.
                assertThat(answer.status()).as(() -> portal.errors()).isIn(503, 200, 404);
                if (answer.status() == 503) {
                    assertThat(answer.body()).as(PAGES.get(i)).contains("We cannot reach our data right now");
                    assertThat(answer.header("Retry-After")).as(PAGES.get(i)).isNotEmpty();
                }
                assertThat(answer.body()).doesNotContain("Exception", "Whitelabel", "Tomcat", "\tat ");
                assertThat(answer.header("Content-Security-Policy"))
                        .as(PAGES.get(i))
                        .contains("default-src 'none'");
            }
            assertThat(answers.get(PAGES.indexOf("/desk")).get().status()).isEqualTo(503);
        }
    }
}
