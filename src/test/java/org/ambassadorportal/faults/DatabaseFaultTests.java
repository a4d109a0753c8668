package org.ambassadorportal.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * What the portal does while its database is absent, frozen or dead: real processes, really stopped and killed. One
 * portal is started before its database and lives through it all; another never gets one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseFaultTests {

    private static final String MAIL = "casey.sample@staff.test";
    private static final String PASSWORD = "four unrelated words";

    /** Pages that ask the database in different places: the session, the page, the shell, a form's answer. */
    private static final List<String> PAGES =
            List.of("/", "/help", "/policies/code-of-conduct", "/sign-in", "/requests", "/desk", "/nowhere");

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
