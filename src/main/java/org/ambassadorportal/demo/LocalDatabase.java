package org.ambassadorportal.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ambassadorportal.kernel.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL of the local profile: a real server that starts with the portal, with its data in a folder that is
 * kept. It has the two roles that production has: the owner of the tables, and the application, which may only read
 * and write rows.
 */
final class LocalDatabase implements AutoCloseable {

    static final String NAME = "portal";
    static final String OWNER = "portal_owner";
    static final String APPLICATION = "portal_app";

    private final EmbeddedPostgres server;
    private final @Nullable FileLock lock;

    private LocalDatabase(EmbeddedPostgres server, @Nullable FileLock lock) {
        this.server = server;
        this.lock = lock;
    }

    /**
     * Starts the server on a folder. A server that an earlier portal left behind when it was killed is stopped first.
     *
     * @throws CannotStart when another portal runs on this folder
     */
    static LocalDatabase in(Path folder) {
        try {
            Files.createDirectories(folder);
            var lock = lock(folder);
            var data = folder.resolve("postgresql");
            var binaries = folder.resolve("binaries");
            stopLeftover(data, binaries);
            // Without this mark a first start was cut short, and what it left is no database yet.
            var made = folder.resolve("made");
            if (!Files.exists(made)) FileSystemUtils.deleteRecursively(data);
            var server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("max_connections", "60")
                    // The embedded server would acknowledge what it has not written yet.
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start();
            var database = new LocalDatabase(server, lock);
            database.makeRoles();
            database.make(NAME);
            if (!Files.exists(made)) Files.createFile(made);
            return database;
        } catch (IOException cannot) {
            throw new UncheckedIOException("The local database could not be started in " + folder, cannot);
        }
    }

    /** Starts a server for tests, in a temporary folder that goes with it. */
    static LocalDatabase forOneRun() {
        try {
            var database = new LocalDatabase(
                    EmbeddedPostgres.builder()
                            .setPGStartupWait(Duration.ofSeconds(60))
                            .setServerConfig("max_connections", "300")
                            .setServerConfig("fsync", "off")
                            .setServerConfig("listen_addresses", "127.0.0.1")
                            .start(),
                    null);
            database.makeRoles();
            return database;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    String url() {
        return url(NAME);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    private static FileLock lock(Path folder) throws IOException {
        // Held until this process ends, however it ends.
        var file = new RandomAccessFile(folder.resolve("lock").toFile(), "rw");
        try {
            var lock = file.getChannel().tryLock();
            if (lock != null) return lock;
        } catch (OverlappingFileLockException takenHere) {
            // The same process holds it; the answer is the same.
        }
        file.close();
        throw new CannotStart(
                "Another portal is already running on "
                        + folder.toAbsolutePath().normalize() + ".",
                "End that one first, or give this one a folder of its own with the setting portal.demo.folder.");
    }

    /** After kill -9 the server lives on and its pid file would stop the next start: ask it to end, and wait. */
    private static void stopLeftover(Path data, Path binaries) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) return;
        var server = leftover(file, binaries.toAbsolutePath().normalize());
        if (server.isPresent()) {
            server.get().destroy();
            try {
                server.get().onExit().get(20, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException stubborn) {
                server.get().destroyForcibly();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        Files.deleteIfExists(file);
    }

    /** The number in the file may have gone to another program since: only one that runs from our folder is the server. */
    private static Optional<ProcessHandle> leftover(Path file, Path binaries) throws IOException {
        var lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,9}")) return Optional.empty();
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> process.info()
                        .command()
                        .map(command -> Path.of(command).startsWith(binaries))
                        .orElse(false));
    }

    /** The embedded server's own user may do everything; the portal gets two that may not. */
    private void makeRoles() {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var role : new String[] {OWNER, APPLICATION}) {
                statement.execute("""
                        do $$ begin
                            if not exists (select from pg_roles where rolname = '%1$s') then
                                create role %1$s login password '%1$s';
                            end if;
                        end $$
                        """.formatted(role));
            }
        } catch (SQLException cannot) {
            throw new IllegalStateException("The roles of the local database could not be made", cannot);
        }
    }

    /** Makes an empty database of the owner's, unless there is one of that name. */
    void make(String database) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            var known = statement.executeQuery("select 1 from pg_database where datname = '" + database + "'");
            if (known.next()) return;
            statement.execute(
                    "create database " + database + " owner " + OWNER + " encoding 'UTF8' template template0");
        } catch (SQLException cannot) {
            throw new IllegalStateException("The local database could not be made", cannot);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (lock != null) lock.acquiredBy().close();
    }
}
