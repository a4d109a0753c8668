package org.ambassadorportal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.ambassadorportal.ServerTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What every answer carries, and what is turned away at the gate: BAR lines 21, 26, 27, 31 and 61. */
@ServerTest
class HeadersTests {

    @LocalServerPort
    int port;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient database;

    @Autowired
    PasswordEncoder passwords;

    private static @Nullable Wire staff;
    private static @Nullable Wire admin;

    /** A browser in which somebody is signed in, once for all tests of this class. */
    private Wire signedIn(PersonRow person) {
        database.sql("update person set password = ? where id = ?")
                .params(passwords.encode("four unrelated words"), person.id().value())
                .update();
        var browser = browser();
        assertThat(browser.signIn(person.mail(), "four unrelated words").status())
                .isEqualTo(303);
        return browser;
    }

    private Wire staff() {
        if (staff == null) staff = signedIn(people.staff());
        return staff;
    }

    private Wire admin() {
        if (admin == null) admin = signedIn(people.admin());
        return admin;
    }

    Wire browser() {
        return new Wire(port);
    }

    static void carriesThemAll(Wire.Answer answer) {
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval", "*");
        assertThat(answer.headers().get("content-security-policy")).hasSize(1);
        assertThat(answer.header("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in",
                "/me/sign-in",
                "/nowhere",
                "/assets/css/base.css",
                "/assets/nowhere.css",
                "/webjars/bootstrap/css/bootstrap.min.css",
                "/units/suggest?q=x",
                "/sign-in/link/used",
                "/admin/people;x=y",
                "/admin/%2e%2e/people",
                "/admin%2fpeople",
                "/sign-in?to=%00",
                "/sign-in/link/%ZZ",
                "/sign-in/%5c",
                "/actuator/env",
                "/error"
            })
    void everyAnswerHasTheSecurityHeaders(String path) {
        carriesThemAll(browser().get(path));
        carriesThemAll(browser().head(path));
    }

    @Test
    void refusedAndUnreadableRequestsHaveThemToo() {
        carriesThemAll(browser().send("GET", "/sign-in", "evil.example", ""));
        carriesThemAll(browser().post("/sign-in", Map.of("mail", "x@staff.test")));
        carriesThemAll(browser().send("TRACE", "/sign-in", "localhost", ""));
        carriesThemAll(browser().send("PROPFIND", "/sign-in", "localhost", ""));
        carriesThemAll(browser()
                .header("Content-Type", "multipart/form-data")
                .send("POST", "/sign-in", "localhost", "no parts"));
        carriesThemAll(browser()
                .header("Content-Type", "multipart/form-data; boundary=x")
                .send("POST", "/sign-in", "localhost", "--x\r\nbroken"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:80",
                "localhost.evil.example",
                "localhost@evil.example",
                "127.0.0.1.evil.example",
                ""
            })
    void aForeignHostNameIsRefused(String host) {
        var answer = browser().send("GET", "/me/sign-in", host, "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Location")).isEmpty();
    }

    @Test
    void redirectsNameNoHost() {
        assertThat(browser().get("/me/sign-in").header("Location")).startsWith("/sign-in");
        assertThat(browser()
                        .header("X-Forwarded-Host", "evil.example")
                        .get("/me/sign-in")
                        .header("Location"))
                .startsWith("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in?to=%00",
                "/sign-in?to=a%00b",
                "/units/suggest?q=%00",
                "/units/suggest?q=%ED%A0%80",
                "/units/suggest?q%00=x",
                "/units/suggest?q=%ZZ"
            })
    void parametersThatNobodyCouldTypeAreAnsweredByOurOwnPage(String path) {
        var answer = browser().get(path);
        if (path.contains("ED%A0")) {
            // Tomcat reads half a character as a sign of its own; then it is an ordinary, if odd, text.
            assertThat(answer.status()).isIn(200, 400);
            return;
        }
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.page().select("header.shell-head")).as("our own page").isNotEmpty();
        assertThat(answer.body()).doesNotContain("Tomcat", "Exception", "Whitelabel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/people",
                "/ADMIN/people",
                "/Admin/People",
                "/admin/people/",
                "/admin//people",
                "//admin/people",
                "/./admin/people",
                "/x/../admin/people",
                "/admin/people;jsessionid=1",
                "/admin;x/people",
                "/%61dmin/people",
                "/admin%2fpeople",
                "/%2e/admin/people",
                "/admin/people%20",
                "/admin/people.html",
                "/admin/people?",
                "/desk/",
                "/DESK",
                "/insights/"
            })
    void spellingAnAddressDifferentlyOpensNothing(String path) {
        var staff = staff();
        for (var method : List.of("GET", "HEAD")) {
            assertThat(browser().send(method, path, "localhost", "").status())
                    .as("%s %s as nobody", method, path)
                    .isIn(302, 400, 404);
            assertThat(staff.send(method, path, "localhost", "").status())
                    .as("%s %s as staff", method, path)
                    .isIn(400, 403, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/people/-1",
                "/admin/people/99999999999999999999999999",
                "/admin/people/00000000-0000-0000-0000-00000000000g",
                "/admin/people/00000000-0000-0000-0000-000000000000",
                "/admin/units/2147483648",
                "/admin/units/x",
                "/admin/people?after=-1&size=1e9&page=-5&limit=99999999999999999999",
                "/admin/people?show=everything&q=%25%25%25",
                "/units/suggest?q=a&limit=1e9"
            })
    void numbersThatAreNoneAreNotFoundOrClamped(String path) {
        assertThat(admin().get(path).status()).isEqualTo(path.contains("?") ? 200 : 404);
    }

    @Test
    void whatFailsIsSaidOnOurOwnPage() {
        for (var path : List.of("/nowhere", "/sign-in/ended", "/admin/people;x=y", "/sign-in/link/%ZZ")) {
            var answer = browser().get(path);
            assertThat(answer.status()).isIn(400, 404);
            assertThat(answer.page().select("header.shell-head")).as(path).isNotEmpty();
        }
        assertThat(browser().send("GET", "/sign-in", "evil.example", "").page().select("header.shell-head"))
                .isNotEmpty();
    }

    @Test
    void pagesAreNotKeptByCaches() {
        assertThat(browser().get("/sign-in").header("Cache-Control")).contains("no-store");
        assertThat(browser().get("/nowhere").header("Cache-Control")).contains("no-store");
        assertThat(browser().get("/assets/css/base.css").header("Cache-Control"))
                .contains("max-age");
    }
}
