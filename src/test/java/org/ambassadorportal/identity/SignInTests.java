package org.ambassadorportal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.ambassadorportal.ServerTest;
import org.ambassadorportal.TestClock;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Signing in as it goes over the wire: BAR lines 1 to 4 and 6. */
@ServerTest
class SignInTests {

    static final String PASSWORD = "four unrelated words, with spaces ";

    @LocalServerPort
    int port;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient database;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    SignInLinks links;

    @Autowired
    TestClock clock;

    /** Hashed once: it takes a while, as it should. */
    private static @Nullable String hashed;

    private String hashed() {
        if (hashed == null) hashed = passwords.encode(PASSWORD);
        return hashed;
    }

    @BeforeEach
    void nobodyHasTriedYet() {
        database.sql("delete from sign_in_tries").update();
    }

    @AfterEach
    void time() {
        clock.run();
    }

    PersonRow withPassword() {
        var person = people.staff();
        database.sql("update person set password = ? where id = ?")
                .params(hashed(), person.id().value())
                .update();
        return person;
    }

    Wire browser() {
        return new Wire(port);
    }

    @Test
    void signsInWithMailAndPasswordAndLeadsWhereOneWanted() {
        var person = withPassword();
        var browser = browser();
        var asked = browser.get("/me/sign-in?tab=1");
        assertThat(asked.status()).isEqualTo(302);
        assertThat(asked.header("Location")).isEqualTo("/sign-in?to=%2Fme%2Fsign-in%3Ftab%3D1");
        var answer = browser.fill(
                asked.header("Location"), Map.of("mail", person.mail().toUpperCase(), "password", PASSWORD));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/me/sign-in?tab=1");
        assertThat(browser.get("/me/sign-in").status()).isEqualTo(200);
    }

    @Test
    void answersWrongUnknownDisabledAndLockedPeopleAlike() {
        var wrong = withPassword();
        var disabled = withPassword();
        database.sql("update person set disabled = true where id = ?")
                .param(disabled.id().value())
                .update();
        var never = people.staff();
        var locked = withPassword();
        for (int i = 0; i < 5; i++) browser().signIn(locked.mail(), "not the password at all");

        var answers = new ArrayList<Wire.Answer>();
        answers.add(browser().signIn(wrong.mail(), "not the password at all"));
        answers.add(browser().signIn("nobody@staff.test", PASSWORD));
        answers.add(browser().signIn(disabled.mail(), PASSWORD));
        answers.add(browser().signIn(never.mail(), PASSWORD));
        answers.add(browser().signIn(locked.mail(), PASSWORD));

        assertThat(answers).extracting(Wire.Answer::status).containsOnly(422);
        assertThat(answers.stream().map(answer -> answer.header("Location")).distinct())
                .hasSize(1);
        assertThat(answers.stream().map(SignInTests::withoutWhatDiffersAnyway).distinct())
                .hasSize(1);
    }

    private static String withoutWhatDiffersAnyway(Wire.Answer answer) {
        Document page = answer.page();
        page.select("input[name=_csrf]").remove();
        page.select("input[name=mail]").attr("value", "");
        return page.outerHtml();
    }

    @Test
    void takesAboutTheSameTimeWhoeverItIs() {
        var known = withPassword();
        var disabled = withPassword();
        database.sql("update person set disabled = true where id = ?")
                .param(disabled.id().value())
                .update();
        database.sql("delete from sign_in_tries").update();
        long wrong = millis(() -> browser().signIn(known.mail(), "not the password at all"));
        long unknown = millis(() -> browser().signIn(UUID.randomUUID() + "@staff.test", PASSWORD));
        long out = millis(() -> browser().signIn(disabled.mail(), PASSWORD));
        // One hash each is most of the work; without it the answer comes several times faster.
        assertThat(unknown).isBetween(wrong / 2, wrong * 2);
        assertThat(out).isBetween(wrong / 2, wrong * 2);
    }

    private static long millis(Runnable work) {
        var times = new ArrayList<Long>();
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            work.run();
            times.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
        }
        times.sort(null);
        return times.get(1);
    }

    @Test
    void pausesAnAccountAfterTooManyTriesWhateverCaseItIsTypedIn() {
        var person = withPassword();
        for (int i = 0; i < 5; i++) {
            var mail = i % 2 == 0 ? person.mail() : person.mail().toUpperCase();
            browser().signIn(mail, "not the password at all");
        }
        assertThat(browser().signIn(person.mail(), PASSWORD).status()).isEqualTo(422);
    }

    @Test
    void doesNotLengthenThePauseByTryingOnAndEndsIt() {
        var person = withPassword();
        clock.hold(clock.instant());
        for (int i = 0; i < 5; i++) browser().signIn(person.mail(), "not the password at all");
        for (int i = 0; i < 3; i++) {
            clock.pass(Duration.ofMinutes(4));
            assertThat(browser().signIn(person.mail(), PASSWORD).status()).isEqualTo(422);
        }
        clock.pass(Duration.ofMinutes(4));
        assertThat(browser().signIn(person.mail(), PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void pausesANetworkAddressThatTriesManyAccounts() {
        var person = withPassword();
        database.sql("update sign_in_tries set tries = 0").update();
        browser().signIn("somebody@staff.test", "not the password at all");
        // As if this address had tried three hundred others.
        database.sql("update sign_in_tries set tries = 300").update();
        assertThat(browser().signIn(person.mail(), PASSWORD).status()).isEqualTo(422);
    }

    @Test
    void countsTriesThatComeAllAtOnce() throws Exception {
        var person = withPassword();
        try (var many = Executors.newFixedThreadPool(6)) {
            var tries = new ArrayList<java.util.concurrent.Future<Integer>>();
            for (int i = 0; i < 16; i++)
                tries.add(many.submit(() -> browser()
                        .signIn(person.mail(), "not the password at all")
                        .status()));
            for (var one : tries) assertThat(one.get()).isEqualTo(422);
        }
        assertThat(database.sql("select max(tries) from sign_in_tries where locked_until is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void keepsPasswordsAsTypedAndHashedWithArgon2id() {
        var person = people.staff();
        var browser = browser();
        var password = "  ünïcode 🦝 and spaces  ";
        use(browser, person.mail(), password);
        assertThat(hash(person)).startsWith("{argon2}$argon2id$");
        assertThat(browser().signIn(person.mail(), password).status()).isEqualTo(303);
        assertThat(browser().signIn(person.mail(), password.strip()).status()).isEqualTo(422);
    }

    @Test
    void refusesPasswordsThatAreTooShortOrTooLong() {
        var person = people.staff();
        for (var password : List.of("eleven char", "x".repeat(129))) {
            var answer = use(browser(), person.mail(), password);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text()).contains("12 to 128 characters");
        }
        assertThat(use(browser(), person.mail(), "x".repeat(128)).status()).isEqualTo(303);
        assertThat(browser().signIn(person.mail(), "x".repeat(128)).status()).isEqualTo(303);
        assertThat(browser().signIn(person.mail(), "x".repeat(127)).status()).isEqualTo(422);
    }

    @Test
    void knowsNoOtherKindOfHash() {
        var person = people.staff();
        database.sql("update person set password = ? where id = ?")
                .params(
                        "{bcrypt}$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
                        person.id().value())
                .update();
        assertThat(browser().signIn(person.mail(), "some password").status()).isEqualTo(422);
    }

    @Test
    void sendsALinkToStaffAndTellsNobodyWhetherItDid() {
        var known = people.staff();
        var disabled = people.staff();
        database.sql("update person set disabled = true where id = ?")
                .param(disabled.id().value())
                .update();
        var fresh = "new." + UUID.randomUUID() + "@staff.test";
        var outside = UUID.randomUUID() + "@elsewhere.example";
        var answers = new ArrayList<Wire.Answer>();
        var times = new ArrayList<Long>();
        for (var mail : List.of(known.mail(), fresh, disabled.mail(), outside)) {
            long start = System.nanoTime();
            answers.add(browser().fill("/sign-in/link", Map.of("mail", mail)));
            times.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
        }
        assertThat(answers).extracting(Wire.Answer::status).containsOnly(303);
        assertThat(answers).extracting(answer -> answer.header("Location")).containsOnly("/sign-in/link/sent");
        assertThat(times.stream().mapToLong(Long::longValue).max().orElseThrow())
                .isLessThan(2 * times.stream().mapToLong(Long::longValue).min().orElseThrow());
        assertThat(tickets(known.mail())).hasSize(1);
        assertThat(tickets(fresh)).hasSize(1);
        assertThat(tickets(disabled.mail())).isEmpty();
        assertThat(tickets(outside)).isEmpty();
    }

    @Test
    void sendsOneAddressNoMoreThanAFewLinks() {
        var person = people.staff();
        for (int i = 0; i < 7; i++) {
            assertThat(browser()
                            .fill("/sign-in/link", Map.of("mail", person.mail()))
                            .status())
                    .isEqualTo(303);
        }
        assertThat(tickets(person.mail())).hasSize(5);
    }

    @Test
    void makesAPersonOfWhoeverUsesAFirstLink() {
        var mail = "Ruth.Tester." + UUID.randomUUID() + "@staff.test";
        var browser = browser();
        browser.fill("/sign-in/link", Map.of("mail", mail));
        var path = issue(mail.toLowerCase());
        assertThat(browser.get(path).page().select("input[name=name]").attr("value"))
                .startsWith("Ruth Tester");
        var nameless = browser.fill(path, Map.of("name", " ", "password", PASSWORD));
        assertThat(nameless.status()).isEqualTo(422);
        var answer = browser.fill(path, Map.of("name", "Dr. Ruth Tester", "password", PASSWORD));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(browser.get("/me/sign-in").text()).contains("Dr. Ruth Tester");
        assertThat(browser().signIn(mail, PASSWORD).status()).isEqualTo(303);
        var role = database.sql("select role from person where mail = ?")
                .param(mail.toLowerCase())
                .query(String.class);
        assertThat(role.single()).isEqualTo("STAFF");
    }

    @Test
    void aLinkWorksOnceAndOnlyWhenItsButtonIsPressed() {
        var person = people.staff();
        var browser = browser();
        browser.fill("/sign-in/link", Map.of("mail", person.mail()));
        var path = issue(person.mail());
        for (int i = 0; i < 3; i++) assertThat(browser().get(path).status()).isEqualTo(200);
        assertThat(browser.fill(path, Map.of("name", "Sam", "password", PASSWORD))
                        .status())
                .isEqualTo(303);
        assertThat(browser().get(path).status()).isEqualTo(410);
        var used = browser();
        used.get("/sign-in");
        assertThat(used.post(
                                path,
                                Map.of(
                                        "password",
                                        PASSWORD,
                                        "_csrf",
                                        used.get("/sign-in")
                                                .page()
                                                .select("main input[name=_csrf]")
                                                .attr("value")))
                        .status())
                .isEqualTo(410);
    }

    @Test
    void aLinkLeadsOnToWhereOneWantedToGo() {
        var person = people.staff();
        assertThat(browser()
                        .get("/sign-in?to=/enroll/you")
                        .page()
                        .select("aside a[href]")
                        .eachAttr("href"))
                .contains("/sign-in/link?to=/enroll/you");
        for (var wanted :
                Map.of("/enroll/you", "/enroll/you", "//evil.test", "/").entrySet()) {
            browser().fill("/sign-in/link?to=" + wanted.getKey(), Map.of("mail", person.mail()));
            var used = browser().fill(issue(person.mail()), Map.of("name", "Sam", "password", PASSWORD));
            assertThat(used.status()).isEqualTo(303);
            assertThat(used.header("Location")).isEqualTo(wanted.getValue());
        }
    }

    @Test
    void aLinkWorksForAShortTimeAndOnlyTheLastOneSent() {
        var person = people.staff();
        browser().fill("/sign-in/link", Map.of("mail", person.mail()));
        var first = issue(person.mail());
        var second = issue(person.mail());
        assertThat(browser().get(first).status()).isEqualTo(410);
        assertThat(browser().get(second).status()).isEqualTo(200);
        clock.hold(clock.instant().plus(Duration.ofMinutes(31)));
        assertThat(browser().get(second).status()).isEqualTo(410);
        assertThat(browser().get("/sign-in/link/" + "x".repeat(43)).status()).isEqualTo(410);
    }

    @Test
    void storesNoTokenThatCouldBeRead() {
        var person = people.staff();
        browser().fill("/sign-in/link", Map.of("mail", person.mail()));
        assertThat(database.sql("select token_hash is null from sign_in_link where mail = ?")
                        .param(person.mail())
                        .query(Boolean.class)
                        .single())
                .as("no token before the mail is sent")
                .isTrue();
        var token = issue(person.mail()).substring("/sign-in/link/".length());
        var rows = database.sql("select l::text from sign_in_link l where mail = ?")
                .param(person.mail())
                .query(String.class)
                .list();
        assertThat(rows).hasSize(1).noneMatch(row -> row.contains(token));
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() {
        var person = withPassword();
        var elsewhere = browser();
        elsewhere.signIn(person.mail(), PASSWORD);
        assertThat(elsewhere.get("/me/sign-in").status()).isEqualTo(200);
        use(browser(), person.mail(), "another good password");
        assertThat(elsewhere.get("/me/sign-in").status()).isEqualTo(302);
        assertThat(browser().signIn(person.mail(), PASSWORD).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "https://evil.example",
                "https:evil.example",
                "javascript:alert(1)",
                "/%5cevil.example/%0d%0aSet-Cookie:x=y\r\n",
                " //evil.example",
                "/sign-out",
                "evil.example"
            })
    void staysOnThisOriginAfterSigningIn(String evil) {
        var person = withPassword();
        var answer = browser().fill("/sign-in", Map.of("mail", person.mail(), "password", PASSWORD, "to", evil));
        if (answer.status() == 422) return;
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/");
    }

    @Test
    void startsOnNoDatabaseWithPasswordsThatEverybodyKnows() {
        var person = people.staff();
        database.sql("update person set password = ? where id = ?")
                .params(
                        Admission.DEMO + passwords.encode("demo demo demo"),
                        person.id().value())
                .update();
        try {
            assertThatThrownBy(() -> new NoDemoPasswords(database))
                    .hasMessageContaining("passwords that everybody knows");
            assertThat(browser().signIn(person.mail(), "demo demo demo").status())
                    .isEqualTo(422);
        } finally {
            database.sql("update person set password = null where id = ?")
                    .param(person.id().value())
                    .update();
        }
        new NoDemoPasswords(database);
    }

    @Test
    void offersNoOneClickSignInOutsideTheLocalProfile() {
        assertThat(browser().get("/sign-in").page().select("button[name=user]")).isEmpty();
    }

    private Wire.Answer use(Wire browser, String mail, String password) {
        browser.fill("/sign-in/link", Map.of("mail", mail));
        return browser.fill(issue(mail), Map.of("name", "Sam Staff", "password", password));
    }

    private List<UUID> tickets(String mail) {
        return database.sql("select id from sign_in_link where mail = ? order by asked_at")
                .param(mail)
                .query(UUID.class)
                .list();
    }

    private String issue(String mail) {
        return AsSystem.call(() -> links.issue(tickets(mail).getLast()));
    }

    private String hash(PersonRow person) {
        return database.sql("select password from person where id = ?")
                .param(person.id().value())
                .query(String.class)
                .single();
    }
}
