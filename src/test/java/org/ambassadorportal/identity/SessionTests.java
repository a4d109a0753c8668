package org.ambassadorportal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.ambassadorportal.ServerTest;
import org.ambassadorportal.kernel.WebSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

/** What a session is, and when it ends: BAR lines 7 and 9 to 15, and forms that are sent after their session. */
@ServerTest
class SessionTests {

    private static final String PASSWORD = "four unrelated words, with spaces";

    @LocalServerPort
    int port;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient database;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    PersonRepository repository;

    @Autowired
    JdbcIndexedSessionRepository sessions;

    @Autowired
    java.time.Clock clock;

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

    private PersonRow withPassword(Supplier<PersonRow> someone) {
        var person = someone.get();
        database.sql("update person set password = ? where id = ?")
                .params(hashed(), person.id().value())
                .update();
        return person;
    }

    private Wire signedIn(PersonRow person) {
        var browser = new Wire(port);
        assertThat(browser.signIn(person.mail(), PASSWORD).status()).isEqualTo(303);
        return browser;
    }

    private int rows() {
        return database.sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();
    }

    @Test
    void givesTheSessionANewIdAtSignIn() {
        var person = withPassword(people::staff);
        var browser = signedIn(person);
        var first = browser.cookies().get("session");
        browser.signIn(person.mail(), PASSWORD);
        var second = browser.cookies().get("session");
        assertThat(second).isNotEqualTo(first);
        browser.cookies().put("session", first);
        assertThat(browser.get("/me/sign-in").status()).isEqualTo(302);
    }

    @Test
    void takesNoSessionIdThatTheServerDidNotMake() {
        var browser = new Wire(port);
        browser.cookies().put("session", "bWluZS1tYWRlLXVw");
        browser.signIn(withPassword(people::staff).mail(), PASSWORD);
        assertThat(browser.cookies().get("session")).isNotEqualTo("bWluZS1tYWRlLXVw");
    }

    @Test
    void namesTheCookieSoThatTheBrowserHoldsItToThisHostBehindTls() {
        var behindTls = new SessionConfiguration().sessionCookie(web("https://ambassadors.example.org"));
        var request = new MockHttpServletRequest();
        var response = new MockHttpServletResponse();
        behindTls.writeCookieValue(new CookieValue(request, response, "id"));
        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("__Host-session=")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");

        var token = new MockHttpServletResponse();
        var tokens = new PortalSecurity().csrfTokens(web("https://ambassadors.example.org"));
        tokens.saveToken(tokens.generateToken(request), request, token);
        assertThat(token.getHeader("Set-Cookie"))
                .startsWith("__Host-form=")
                .contains("Path=/", "Secure", "HttpOnly")
                .doesNotContain("Domain");
        assertThat(token.getCookie("__Host-form").getAttribute("SameSite")).isEqualTo("Lax");
    }

    private static WebSettings web(String address) {
        return new WebSettings(URI.create(address), List.of());
    }

    @Test
    void setsCookiesThatNoScriptCanRead() {
        var person = withPassword(people::staff);
        var answer = new Wire(port).signIn(person.mail(), PASSWORD);
        assertThat(answer.headers().get("set-cookie"))
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/"));
    }

    @Test
    void afterSigningOutNothingOpensAgainAndNoPageWasKept() {
        var browser = signedIn(withPassword(people::staff));
        var session = browser.cookies().get("session");
        var page = browser.get("/me/sign-in");
        assertThat(page.header("Cache-Control")).contains("no-store");
        int before = rows();
        var token = page.page().select("header input[name=_csrf]").attr("value");
        assertThat(browser.post("/sign-out", Map.of("_csrf", token)).header("Location"))
                .isEqualTo("/sign-in?out");
        assertThat(rows()).isEqualTo(before - 1);
        browser.cookies().put("session", session);
        assertThat(browser.get("/me/sign-in").status()).isEqualTo(302);
    }

    @Test
    void signsNobodyOutByALink() {
        var browser = signedIn(withPassword(people::staff));
        browser.get("/sign-out");
        assertThat(browser.get("/me/sign-in").status()).isEqualTo(200);
    }

    @Test
    void endsAfterTheIdleTime() {
        var browser = signedIn(withPassword(people::staff));
        long idle = Duration.ofHours(2).plusMinutes(1).toMillis();
        database.sql("update spring_session set last_access_time = last_access_time - ?, expiry_time = expiry_time - ?")
                .params(idle, idle)
                .update();
        assertThat(browser.get("/me/sign-in").status()).isEqualTo(302);
    }

    @Test
    void endsAfterTheLongestTimeHoweverBusy() {
        var person = withPassword(people::staff);
        var browser = signedIn(person);
        database.sql("update spring_session set creation_time = creation_time - ? where principal_name = ?")
                .params(
                        Duration.ofHours(12).plusMinutes(1).toMillis(),
                        person.id().toString())
                .update();
        assertThat(browser.get("/me/sign-in").status()).isEqualTo(302);
        assertThat(database.sql("select count(*) from spring_session where principal_name = ?")
                        .param(person.id().toString())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void peopleWhoAreNotSignedInMakeNoSessions() {
        int before = rows();
        for (var path : List.of("/me/sign-in", "/desk", "/admin/people", "/sign-in", "/sign-in/link", "/nowhere")) {
            for (int i = 0; i < 3; i++)
                assertThat(new Wire(port).get(path).cookies()).doesNotContain("session=");
        }
        new Wire(port).fill("/sign-in/link", Map.of("mail", "nobody@elsewhere.example"));
        new Wire(port).signIn("nobody@elsewhere.example", PASSWORD);
        new Wire(port).post("/me/sign-in", Map.of("present", "x"));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void setsTheFormsCookieOnlyWhereThereIsAForm() {
        assertThat(new Wire(port).get("/sign-in").cookies()).contains("form=");
        assertThat(new Wire(port).get("/sign-in/link/sent").cookies()).isEmpty();
        assertThat(new Wire(port).get("/units/suggest?q=x").cookies()).isEmpty();
        assertThat(new Wire(port).get("/assets/css/base.css").cookies()).isEmpty();
        assertThat(new Wire(port).get("/nowhere").cookies()).isEmpty();
    }

    @Test
    void aSessionThatCannotBeReadMeansSignedOut() {
        for (var bytes :
                List.of(new byte[] {1, 2, 3}, new byte[0], new byte[] {(byte) 0xac, (byte) 0xed, 0, 5, 0x73})) {
            var person = withPassword(people::staff);
            var browser = signedIn(person);
            database.sql("""
                            update spring_session_attributes set attribute_bytes = ? where session_primary_id in
                                (select primary_id from spring_session where principal_name = ?)""").params(bytes, person.id().toString()).update();
            assertThat(browser.get("/me/sign-in").status()).isEqualTo(302);
            assertThat(browser.get("/sign-in").status()).isEqualTo(200);
            assertThat(browser.signIn(person.mail(), PASSWORD).status()).isEqualTo(303);
            assertThat(browser.get("/me/sign-in").status()).isEqualTo(200);
        }
    }

    @Test
    void twoRequestsWriteOneSessionWithoutClashing() throws Exception {
        writeAtOnce(sessions);
    }

    private static <S extends Session> void writeAtOnce(SessionRepository<S> sessions) throws Exception {
        var session = sessions.createSession();
        sessions.save(session);
        try (var many = Executors.newFixedThreadPool(8)) {
            var writes = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 40; i++) {
                int name = i % 4;
                writes.add(() -> {
                    var mine = sessions.findById(session.getId());
                    mine.setAttribute("same" + name, Thread.currentThread().getName());
                    sessions.save(mine);
                    return true;
                });
            }
            for (var write : many.invokeAll(writes)) assertThat(write.get()).isTrue();
        }
        assertThat(sessions.findById(session.getId()).getAttributeNames()).contains("same0", "same1", "same2", "same3");
        sessions.deleteById(session.getId());
    }

    @Test
    void aRoleTakenAwayEndsThatPersonsSessionsAtOnce() {
        var admin = withPassword(people::admin);
        var browser = signedIn(admin);
        assertThat(browser.get("/admin/people").status()).isEqualTo(200);
        change(admin, person -> person.mayDo(Role.STAFF, false, null, clock.instant()));
        assertThat(browser.get("/admin/people").status()).isEqualTo(302);
        assertThat(browser.get("/me/sign-in").status()).isEqualTo(302);
        assertThat(signedIn(admin).get("/admin/people").status()).isEqualTo(403);
    }

    @Test
    void disablingAPersonEndsTheirSessionsAtOnce() {
        var person = withPassword(people::comms);
        var browser = signedIn(person);
        change(person, known -> known.disable(null, clock.instant()));
        assertThat(browser.get("/me/sign-in").status()).isEqualTo(302);
        change(person, known -> known.enable(null, clock.instant()));
        assertThat(browser.get("/me/sign-in").status())
                .as("enabling revives no session")
                .isEqualTo(302);
    }

    @Test
    void signingOutEverywhereEndsAllSessions() {
        var person = withPassword(people::staff);
        var here = signedIn(person);
        var there = signedIn(person);
        var token =
                here.get("/me/sign-in").page().select("aside input[name=_csrf]").attr("value");
        assertThat(here.post("/me/sign-in/end", Map.of("_csrf", token)).status())
                .isEqualTo(303);
        assertThat(here.get("/me/sign-in").status()).isEqualTo(302);
        assertThat(there.get("/me/sign-in").status()).isEqualTo(302);
    }

    private void change(PersonRow who, java.util.function.Consumer<Person> change) {
        AsSystem.run(() -> {
            var person = repository.findById(who.id()).orElseThrow();
            change.accept(person);
            repository.saveAndFlush(person);
        });
    }

    @Test
    void aPersonWithoutARoleMayOpenNothing() {
        var person = withPassword(() -> people.person("Nora Norole", null, false));
        var browser = signedIn(person);
        assertThat(browser.get("/me/sign-in").status()).isEqualTo(403);
        assertThat(browser.get("/desk").status()).isEqualTo(403);
        assertThat(browser.get("/sign-in").status()).isEqualTo(200);
    }

    @Test
    void aFormThatComesAfterItsSessionKeepsWhatWasTypedAndGoesOn() {
        var person = withPassword(people::staff);
        var browser = signedIn(person);
        var form = browser.get("/me/sign-in");
        database.sql("delete from spring_session where principal_name = ?")
                .param(person.id().toString())
                .update();

        var ended = browser.submit(
                form, Map.of("note", "What I \"typed\" <for> an hour\nand more", "password", "secret secret secret"));
        assertThat(ended.status()).isEqualTo(401);
        assertThat(ended.text()).contains("What you typed is kept");
        assertThat(ended.body()).doesNotContain("secret secret secret");

        var wrong = browser.submit(ended, Map.of("mail", person.mail(), "password", "not my password"));
        assertThat(wrong.status()).isEqualTo(422);
        var resumed = browser.submit(wrong, Map.of("mail", person.mail(), "password", PASSWORD));
        assertThat(resumed.status()).isEqualTo(200);
        var held = resumed.page().selectFirst("main form");
        assertThat(held.attr("action")).isEqualTo("/me/sign-in");
        assertThat(held.select("input[name=note]").attr("value")).isEqualTo("What I \"typed\" <for> an hour\nand more");

        var sent = browser.submit(resumed, Map.of());
        assertThat(sent.status())
                .as("the form is taken again, and misses the password")
                .isEqualTo(422);
    }

    @Test
    void aFormOfAnEarlierSignInIsHeldWhenTheBrowserVouchesForIt() {
        var person = withPassword(people::staff);
        var browser = signedIn(person);
        var form = browser.get("/me/sign-in");
        browser.signIn(person.mail(), PASSWORD);
        var refused = browser.submit(form, Map.of("note", "kept"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).doesNotContain("kept");

        browser.header("Sec-Fetch-Site", "same-origin");
        var held = browser.submit(form, Map.of("note", "kept"));
        assertThat(held.status()).isEqualTo(403);
        assertThat(held.page().select("main input[name=note]").attr("value")).isEqualTo("kept");
        assertThat(browser.submit(held, Map.of()).status()).isEqualTo(422);
    }

    @Test
    void aHeldFormGoesOnAlsoAfterSigningInElsewhere() {
        var person = withPassword(people::staff);
        var browser = signedIn(person);
        var form = browser.get("/me/sign-in");
        database.sql("delete from spring_session where principal_name = ?")
                .param(person.id().toString())
                .update();
        var ended = browser.submit(form, Map.of("note", "kept"));
        browser.signIn(person.mail(), PASSWORD);
        browser.header("Sec-Fetch-Site", "same-origin");
        var held = browser.submit(ended, Map.of("mail", "", "password", ""));
        assertThat(held.page().selectFirst("main form").attr("action")).isEqualTo("/me/sign-in");
        assertThat(held.page().select("main input[name=note]").attr("value")).isEqualTo("kept");
    }

    @Test
    void aSignInPageThatWasOpenForLongKeepsTheAddress() {
        var browser = new Wire(port).header("Sec-Fetch-Site", "same-origin");
        var old = browser.get("/sign-in");
        browser.cookies().clear();
        var held = browser.submit(old, Map.of("mail", "jo@staff.test", "password", PASSWORD));
        assertThat(held.status()).isEqualTo(403);
        assertThat(held.body()).doesNotContain(PASSWORD);
        var again = browser.submit(held, Map.of());
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select("input[name=mail]").attr("value")).isEqualTo("jo@staff.test");
    }

    @Test
    void nobodyReachesThePageOfHeldFormsByItsAddress() {
        assertThat(new Wire(port).get("/sign-in/ended").status()).isEqualTo(404);
        assertThat(new Wire(port).get("/sign-in/old-form").status()).isEqualTo(404);
    }

    @Test
    void aPartOfAPageSendsTheWholePageToTheSignIn() {
        var answer = new Wire(port)
                .header("HX-Request", "true")
                .header("HX-Current-URL", "http://localhost:" + port + "/me/sign-in?x=1")
                .get("/me/sign-in");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("HX-Redirect")).isEqualTo("/sign-in?to=%2Fme%2Fsign-in%3Fx%3D1");
    }

    @Test
    void everyUnsafeMethodNeedsTheFormsToken() {
        var browser = signedIn(withPassword(people::admin));
        for (var method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            assertThat(browser.send(method, "/me/sign-in", "localhost", "present=x")
                            .status())
                    .as(method)
                    .isEqualTo(403);
        }
        assertThat(browser.post("/sign-out", Map.of()).status()).isEqualTo(403);
        assertThat(browser.post("/sign-out", Map.of("_csrf", "made-up")).status())
                .isEqualTo(403);
        assertThat(browser.get("/me/sign-in").status()).isEqualTo(200);
    }

    @Test
    void extraParametersGiveNobodyMore() {
        var person = withPassword(people::staff);
        var browser = new Wire(port);
        browser.fill(
                "/sign-in",
                Map.of(
                        "mail",
                        person.mail(),
                        "password",
                        PASSWORD,
                        "role",
                        "ADMIN",
                        "roles",
                        "ADMIN",
                        "admin",
                        "true",
                        "person.role",
                        "ADMIN"));
        assertThat(browser.get("/admin/people").status()).isEqualTo(403);
        assertThat(database.sql("select role from person where id = ?")
                        .param(person.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("STAFF");
    }

    @Test
    void whoSignedInAWhileAgoProvesAnewWhoTheyAreBeforeGivingPowerAndNothingTypedIsLost() {
        var admin = withPassword(people::admin);
        var browser = signedIn(admin);
        assertThat(browser.get("/admin/people").status()).isEqualTo(200);
        proved(sessions, admin, java.time.Duration.ofMinutes(31));

        // Reading needs nothing, and neither does what gives nobody power.
        assertThat(browser.get("/admin/people").status()).isEqualTo(200);
        var invite = java.util.Map.of("name", "Zoe Newcomer", "mail", "zoe.newcomer@staff.test", "role", "ADMIN");
        var held = browser.fill("/admin/people/new", invite);
        assertThat(held.status()).isEqualTo(401);
        assertThat(held.body()).contains("Confirm that it is you", admin.mail(), "zoe.newcomer@staff.test");
        assertThat(count("zoe.newcomer@staff.test")).isZero();

        var wrong = browser.submit(held, java.util.Map.of("mail", admin.mail(), "password", "not this one"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Confirm that it is you", "zoe.newcomer@staff.test");

        var resumed = browser.submit(wrong, java.util.Map.of("mail", admin.mail(), "password", PASSWORD));
        assertThat(resumed.status()).isEqualTo(200);
        assertThat(browser.submit(resumed, java.util.Map.of()).status()).isEqualTo(303);
        assertThat(count("zoe.newcomer@staff.test")).isEqualTo(1);
    }

    /** Turns back, in the session itself, when somebody proved last who they are. */
    private static <S extends Session> void proved(
            FindByIndexNameSessionRepository<S> sessions, PersonRow person, java.time.Duration ago) {
        for (var session : sessions.findByPrincipalName(person.id().toString()).values()) {
            long then = session.getLastAccessedTime().minus(ago).toEpochMilli();
            session.setAttribute(SessionPeople.PROVED, then);
            sessions.save(session);
        }
    }

    private int count(String mail) {
        return database.sql("select count(*) from person where mail = ?")
                .param(mail)
                .query(Integer.class)
                .single();
    }
}
