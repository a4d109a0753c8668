package org.ambassadorportal.faults;

import ch.qos.logback.classic.Level;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of a test's own, which it may freeze, kill and start again on the same port and data. Only the processes
 * that were started here are touched, each by its number.
 */
final class OwnDatabase implements AutoCloseable {

    static final String OWNER = "portal_owner";
    static final String APPLICATION = "portal_app";

    static {
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("io.zonky")).setLevel(Level.WARN);
    }

    private final Path data;
    private final int port;
    private @Nullable EmbeddedPostgres server;

    OwnDatabase(Path folder, int port) {
        this.data = folder.resolve("data");
        this.port = port;
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/portal";
    }

    void start() throws IOException, SQLException {
        boolean fresh = !Files.exists(data.resolve("postgresql.conf"));
        server = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                // Or a kill would lose what was acknowledged a moment before, which no server in earnest may do.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setPGStartupWait(Duration.ofSeconds(30))
                .start();
        if (fresh) makeRolesAndDatabase();
    }

    private void makeRolesAndDatabase() throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var role : List.of(OWNER, APPLICATION))
                statement.execute("create role " + role + " login password '" + role + "'");
            statement.execute("create database portal owner " + OWNER + " encoding 'UTF8' template template0");
        }
    }

    Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url(), OWNER, OWNER);
    }

    /** Stops every process of the server where it stands, as a hung machine does. */
    void freeze() throws IOException, InterruptedException {
        // The first process first, so that it starts no more of them; then those it had started until then.
        signal("STOP", Stream.of(first()));
        signal("STOP", first().descendants());
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT", first().descendants());
        signal("CONT", Stream.of(first()));
    }

    private static void signal(String name, Stream<ProcessHandle> processes) throws IOException, InterruptedException {
        for (var process : processes.toList())
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
    }

    /** Kills every process of the server at once, as a machine does that loses its power. */
    void kill() throws IOException, InterruptedException {
        // Frozen first: a process that is started while the others are killed would go on writing to the same files.
        freeze();
        var all = Stream.concat(Stream.of(first()), first().descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (var process : all) process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        server.close();
    }

    private ProcessHandle first() throws IOException {
        var number = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(number.strip())).orElseThrow();
    }

    @Override
    public void close() throws IOException {
        if (server != null) server.close();
    }
}
