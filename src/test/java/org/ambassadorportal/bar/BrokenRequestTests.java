package org.ambassadorportal.bar;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import org.ambassadorportal.ServerTest;
import org.ambassadorportal.demo.TestDatabase;
import org.ambassadorportal.identity.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that are too large, cut short or no requests at all, byte for byte: whatever fails, the page is ours. */
@ServerTest
class BrokenRequestTests {

    private static final int MEGABYTE = 1024 * 1024;

    @LocalServerPort
    int port;

    private Wire browser() {
        return new Wire(port);
    }

    private static void isOurs(Wire.Answer answer, int... statuses) {
        assertThat(statuses).as("the status of " + answer.body()).contains(answer.status());
        assertThat(answer.page().select("header.shell-head")).as(answer.body()).isNotEmpty();
        assertThat(answer.page().select("main h1").text()).isNotBlank();
        assertThat(answer.body()).doesNotContain("Tomcat", "Exception", "Whitelabel", "\tat ");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Strict-Transport-Security")).isNotEmpty();
    }

    private static String upload(int size) {
        return "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + "a".repeat(size)
                + "\r\n--x--\r\n";
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 36})
    void anUploadThatIsTooLargeIsAnsweredByOurPage(int megabytes) {
        isOurs(
                browser()
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .send("POST", "/sign-in", "localhost", upload(megabytes * MEGABYTE)),
                413);
    }

    @Test
    void anUploadWithoutALengthIsHeldToTheSameLimit() {
        var body = upload(36 * MEGABYTE);
        isOurs(
                browser()
                        .raw("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n"
                                + "Content-Type: multipart/form-data; boundary=x\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n"),
                413);
    }

    @Test
    void aFormThatIsTooLargeIsAnsweredByOurPage() {
        isOurs(browser().send("POST", "/sign-in", "localhost", "mail=" + "a".repeat(3 * MEGABYTE)), 413);
    }

    @Test
    void aFormWithTooManyFieldsIsAnsweredByOurPage() {
        isOurs(browser().send("POST", "/sign-in", "localhost", "a=1&".repeat(20_000)), 400, 413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--x",
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\ncut off",
                "--y\r\nanother boundary\r\n--y--\r\n"
            })
    void anUploadThatIsCutShortIsAnsweredByOurPage(String body) {
        isOurs(
                browser()
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .send("POST", "/sign-in", "localhost", body),
                400,
                403);
    }

    @Test
    void anUploadWithoutABoundaryIsAnsweredByOurPage() {
        isOurs(
                browser()
                        .header("Content-Type", "multipart/form-data")
                        .send("POST", "/sign-in", "localhost", "no parts"),
                400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a b c HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /<script> HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /..%2f..%2fetc HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /\\evil HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "G<T / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: local host\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
                "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: odd\r\n\r\nabc"
            })
    void whatIsNoRequestIsAnsweredByOurPage(String bytes) {
        isOurs(browser().raw(bytes), 400, 404, 501, 505);
    }

    @Test
    void anAddressOrAHeadThatIsTooLongIsAnsweredByOurPage() {
        isOurs(browser().get("/" + "a".repeat(20_000)), 400, 414);
        isOurs(browser().get("/help?" + "a".repeat(20_000)), 400, 414);
        isOurs(browser().header("X-Long", "a".repeat(20_000)).get("/help"), 400, 431);
    }

    @Test
    void methodsThatNobodyNeedsAreAnsweredByOurPage() {
        for (var method : new String[] {"TRACE", "PROPFIND", "CONNECT", "PUT", "DELETE", "PATCH", "NONSENSE"})
            isOurs(browser().send(method, "/help", "localhost", ""), 400, 403, 404, 405, 501);
    }

    @Test
    void aFaultOfOursShowsNothingOfItself() throws Exception {
        try (var owner = DriverManager.getConnection(TestDatabase.url(), TestDatabase.owner(), TestDatabase.owner());
                var rename = owner.createStatement()) {
            rename.execute("alter table policy_version rename to policy_version_away");
            try {
                var answer = browser().get("/policies");
                isOurs(answer, 500);
                assertThat(answer.text()).contains("Something broke on our side");
                assertThat(answer.body()).doesNotContain("policy_version", "select", "SQL");
            } finally {
                rename.execute("alter table policy_version_away rename to policy_version");
            }
        }
        assertThat(browser().get("/policies").status()).isEqualTo(200);
    }
}
