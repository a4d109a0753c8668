package org.ambassadorportal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against real servers on this machine, of which one is allowed by its name. */
class GuardedClientTests {

    private static final GuardedClient.Limits SMALL =
            new GuardedClient.Limits(Duration.ofMillis(500), Duration.ofMillis(700), Duration.ofSeconds(2), 100_000);

    private HttpServer server;
    private GuardedClient client;
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(
                work -> Thread.ofPlatform().daemon().unstarted(work)));
        server.start();
        answer("/calendar.ics", 200, "BEGIN:VCALENDAR", "ETag", "\"one\"");
        client = client(InetAddress::getAllByName);
    }

    @AfterEach
    void stop() throws IOException {
        client.destroy();
        server.stop(0);
    }

    @Test
    void fetchesWhatStandsAtAnAllowedName() {
        var fetched = client.get(at("/calendar.ics"), null);
        assertThat(new String(fetched.body(), StandardCharsets.UTF_8)).isEqualTo("BEGIN:VCALENDAR");
        assertThat(fetched.mark()).isEqualTo("\"one\"");
    }

    @Test
    void saysWhenNothingChangedSinceWhatItSaw() {
        server.createContext("/same", exchange -> {
            boolean seen = "\"one\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.sendResponseHeaders(seen ? 304 : 500, -1);
            exchange.close();
        });
        assertThat(client.get(at("/same"), "\"one\"").isSame()).isTrue();
    }

    /** Every way of writing an address of this machine, of the house, or of a cloud's own services. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1.2.3/",
                "http://[::1]/",
                "http://[::]/",
                "http://0.0.0.0/",
                "http://10.0.0.7/",
                "http://172.16.0.1/",
                "http://172.31.255.255/",
                "http://192.168.1.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://100.64.0.1/",
                "http://192.0.0.170/",
                "http://198.18.0.1/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                "http://[fe80::1]/",
                "http://[fc00::1]/",
                "http://[fd12:3456::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:a00:1]/",
                "http://[::7f00:1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://[2001:db8::1]/",
                "http://[ff02::1]/",
                "https://127.0.0.1/",
                "http://localhost/"
            })
    void refusesAddressesThatAreNotPublic(String address) {
        assertThat(refusal(address)).isEqualTo("outbound.inside");
    }

    /** Some tools read these as 127.0.0.1; whatever they are, nothing is asked of this machine. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433:PORT/calendar.ics", "http://0177.0.0.1:PORT/calendar.ics",
                "http://0x7f000001:PORT/calendar.ics", "http://0x7f.0.0.1:PORT/calendar.ics",
                "http://127.1:PORT/calendar.ics", "http://017700000001:PORT/calendar.ics",
                "http://LOCALHOST:PORT/calendar.ics", "http://localhost.:PORT/calendar.ics",
                "http://[::ffff:7f00:1]:PORT/calendar.ics"
            })
    void otherSpellingsOfThisMachineLeadNowhere(String address) {
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        var here = address.replace("PORT", String.valueOf(server.getAddress().getPort()));
        // Java reads 0177 as 177, which is somewhere else in the world.
        assertThat(refusal(here)).startsWith("outbound.");
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://calendar.example/a", "file:///etc/passwd", "gopher://calendar.example/",
                        "jar:http://a.example!/",
                "//calendar.example/a", "calendar.example/a", "http:///a", "http://user:word@calendar.example/a",
                "http://calendar.example@127.0.0.1/"
            })
    void refusesWhatIsNoPlainWebAddress(String address) {
        assertThat(refusal(address)).isEqualTo("outbound.address");
    }

    @Test
    void aNameThatLeadsToThisMachineIsRefusedWhenItConnects() throws IOException {
        var lying = client(host -> new InetAddress[] {InetAddress.getLoopbackAddress()});
        assertThat(refusal(
                        lying, "http://calendar.example:" + server.getAddress().getPort() + "/calendar.ics"))
                .isEqualTo("outbound.inside");
        var both = client(host ->
                new InetAddress[] {InetAddress.getByAddress(new byte[] {9, 9, 9, 9}), InetAddress.getLoopbackAddress()
                });
        assertThat(refusal(both, "http://calendar.example/")).isEqualTo("outbound.inside");
        lying.destroy();
        both.destroy();
    }

    /** A name that is public when it is looked at first and is this machine a moment later. */
    @Test
    void aNameIsAskedForOnceForEachConnection() throws IOException {
        var times = new AtomicInteger();
        var changing = client(host -> {
            if (times.getAndIncrement() > 0) return new InetAddress[] {InetAddress.getLoopbackAddress()};
            // TEST-NET-like, but public: nobody answers there.
            return new InetAddress[] {InetAddress.getByAddress(new byte[] {(byte) 240, 0, 0, 1})};
        });
        assertThat(refusal(
                        changing,
                        "http://calendar.example:" + server.getAddress().getPort() + "/calendar.ics"))
                .isEqualTo("outbound.inside");
        assertThat(times).hasValue(1);
        changing.destroy();
    }

    @Test
    void aNameThatNobodyHasIsSaidToBeUnknown() throws IOException {
        var none = client(host -> {
            throw new UnknownHostException();
        });
        assertThat(refusal(none, "https://calendar.example/")).isEqualTo("outbound.unknown");
        none.destroy();
    }

    @ParameterizedTest
    @CsvSource({"301", "302", "303", "307", "308"})
    void aRedirectIntoTheHouseIsRefusedAndNotFollowed(int status) {
        int port = server.getAddress().getPort();
        server.createContext("/secret", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        answer("/away", status, "", "Location", "http://localhost:" + port + "/secret");
        assertThat(refusal(at("/away").toString())).isEqualTo("outbound.inside");
        answer("/file", status, "", "Location", "file:///etc/passwd");
        assertThat(refusal(at("/file").toString())).isEqualTo("outbound.address");
        answer("/nowhere", status, "");
        assertThat(refusal(at("/nowhere").toString())).isEqualTo("outbound.status");
        assertThat(asked).hasValue(0);
    }

    @Test
    void followsARedirectWithinWhatIsAllowedAndNoneForever() {
        answer("/moved", 302, "", "Location", "/calendar.ics");
        assertThat(client.get(at("/moved"), null).body()).isNotEmpty();
        answer("/round", 302, "", "Location", "/round");
        assertThat(refusal(at("/round").toString())).isEqualTo("outbound.redirects");
    }

    @Test
    void saysWhatTheOtherSideAnsweredInstead() {
        answer("/gone", 404, "no");
        assertThat(refusal(at("/gone").toString())).isEqualTo("outbound.status");
        answer("/same-again", 304, "");
        assertThat(refusal(at("/same-again").toString()))
                .as("nothing was seen before")
                .isEqualTo("outbound.status");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhateverItSaysOfItself() throws IOException {
        answer("/large", 200, "x".repeat(100_001));
        assertThat(refusal(at("/large").toString())).isEqualTo("outbound.large");
        try (var endless = raw(out -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var part = ("2000\r\n" + "x".repeat(8192) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            while (true) out.write(part);
        })) {
            assertThat(refusal("http://127.0.0.1:" + endless.getLocalPort() + "/"))
                    .isEqualTo("outbound.large");
        }
    }

    @Test
    void aBodyThatComesInDripsIsCutOff() throws IOException {
        try (var slow = raw(out -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            drip(out, "x");
        })) {
            within(() -> assertThat(refusal("http://127.0.0.1:" + slow.getLocalPort() + "/"))
                    .isEqualTo("outbound.slow"));
        }
    }

    @Test
    void headersThatComeInDripsAreCutOff() throws IOException {
        try (var slow = raw(out -> {
            out.write("HTTP/1.1 200 OK\r\nX-A: ".getBytes(StandardCharsets.US_ASCII));
            drip(out, "a");
        })) {
            within(() -> assertThat(refusal("http://127.0.0.1:" + slow.getLocalPort() + "/"))
                    .isEqualTo("outbound.slow"));
        }
    }

    @Test
    void whoeverNeverAnswersIsLeft() throws IOException {
        try (var silent = raw(out -> sleep(5_000))) {
            within(() -> assertThat(refusal("http://127.0.0.1:" + silent.getLocalPort() + "/"))
                    .isEqualTo("outbound.slow"));
        }
    }

    @Test
    void hugeAndEndlessHeadersAreRefused() throws IOException {
        try (var huge = raw(out -> out.write(("HTTP/1.1 200 OK\r\nX-A: " + "a".repeat(1_000_000) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(refusal("http://127.0.0.1:" + huge.getLocalPort() + "/")).isEqualTo("outbound.failed");
        }
        try (var endless = raw(out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) out.write("X-A: a\r\n".getBytes(StandardCharsets.US_ASCII));
        })) {
            assertThat(refusal("http://127.0.0.1:" + endless.getLocalPort() + "/"))
                    .isEqualTo("outbound.failed");
        }
    }

    @Test
    void whatIsNoHttpIsRefused() throws IOException {
        try (var other = raw(out -> out.write("SSH-2.0-OpenSSH\r\n".repeat(50).getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(refusal("http://127.0.0.1:" + other.getLocalPort() + "/"))
                    .isIn("outbound.failed", "outbound.slow");
        }
        assertThat(refusal("https://127.0.0.1:" + server.getAddress().getPort() + "/"))
                .as("no TLS there")
                .isIn("outbound.failed", "outbound.slow");
    }

    @Test
    void noRefusalHoldsTheAddress() {
        var refused = catchThrowableOfType(
                CannotFetch.class,
                () -> new GuardedClient(new OutboundSettings(List.of()))
                        .get(URI.create("http://10.0.0.7/secret-token.ics"), null));
        assertThat(refused).hasNoCause();
        assertThat(refused.toString()).doesNotContain("secret-token", "10.0.0.7");
    }

    private interface Sender {
        void send(OutputStream out) throws IOException;
    }

    /** A server that reads a request and then says what it likes. */
    private static ServerSocket raw(Sender sender) throws IOException {
        var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(() -> {
            try (var one = socket.accept()) {
                one.getInputStream().read(new byte[1000]);
                sender.send(one.getOutputStream());
                one.getOutputStream().flush();
                sleep(100);
            } catch (IOException cutOff) {
                // That is what these servers are for.
            }
        });
        return socket;
    }

    private static void drip(OutputStream out, String drop) throws IOException {
        while (true) {
            out.write(drop.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            sleep(100);
        }
    }

    private static void sleep(long millis) {
        java.util.concurrent.locks.LockSupport.parkNanos(
                Duration.ofMillis(millis).toNanos());
    }

    private static void within(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    private GuardedClient client(GuardedClient.Names names) {
        return new GuardedClient(List.of("127.0.0.1"), names, SMALL);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private String refusal(String address) {
        // Addresses of this machine are allowed by name to those tests alone that need a server.
        boolean served = address.startsWith("http://127.0.0.1:") || address.startsWith("https://127.0.0.1:");
        if (served) return refusal(client, address);
        var strict = new GuardedClient(List.of(), InetAddress::getAllByName, SMALL);
        return refusal(strict, address);
    }

    private static String refusal(GuardedClient client, String address) {
        var refused = catchThrowableOfType(CannotFetch.class, () -> client.get(URI.create(address), null));
        assertThat(refused).as(address).isNotNull();
        return refused.key();
    }

    private void answer(String path, int status, String body, String... header) {
        server.createContext(path, exchange -> {
            if (header.length > 0) exchange.getResponseHeaders().add(header[0], header[1]);
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
