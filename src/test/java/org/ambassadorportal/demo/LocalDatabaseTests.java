package org.ambassadorportal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.ambassadorportal.kernel.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database inside, with real processes and a real kill. */
class LocalDatabaseTests {

    private static final String READY = "ready";

    @TempDir
    Path folder;

    /** Stands in for a portal: starts the database on a folder, writes a row, and waits to be killed. */
    static final class Portal {

        public static void main(String[] arguments) throws SQLException, InterruptedException {
            var database = LocalDatabase.in(Path.of(arguments[0]));
            try (var connection =
                            DriverManager.getConnection(database.url(), LocalDatabase.OWNER, LocalDatabase.OWNER);
                    var statement = connection.createStatement()) {
                statement.execute("create table kept (word text)");
                statement.execute("insert into kept values ('still here')");
            }
            System.out.println(READY);
            Thread.sleep(TimeUnit.MINUTES.toMillis(5));
        }
    }

    @Test
    void survivesTheKillOfItsPortalAndRefusesASecondOne() throws IOException, InterruptedException, SQLException {
        // What a first start leaves that was killed while it made the database.
        Files.createDirectories(folder.resolve("postgresql").resolve("base"));
        var first = portal();
        try {
            assertThatThrownBy(() -> LocalDatabase.in(folder))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("Another portal is already running on %s.", folder.toAbsolutePath());
        } finally {
            first.destroyForcibly().waitFor();
        }
        assertThat(server()).as("the server outlives its portal").isTrue();

        try (var second = LocalDatabase.in(folder);
                var connection = DriverManager.getConnection(
                        second.url(), LocalDatabase.APPLICATION, LocalDatabase.APPLICATION)) {
            assertThat(kept(second)).isEqualTo("still here");
            assertThatThrownBy(() -> connection.createStatement().execute("create table mine (word text)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
        assertThat(folder.resolve("postgresql").resolve("postmaster.pid")).doesNotExist();
    }

    private static String kept(LocalDatabase database) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), LocalDatabase.OWNER, LocalDatabase.OWNER);
                var rows = connection.createStatement().executeQuery("select word from kept")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private boolean server() throws IOException {
        var number = Files.readAllLines(folder.resolve("postgresql").resolve("postmaster.pid"))
                .getFirst();
        return ProcessHandle.of(Long.parseLong(number.strip())).isPresent();
    }

    private Process portal() throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Portal.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        var said = new StringBuilder();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(READY)) return process;
            said.append(line).append('\n');
        }
        throw new IllegalStateException(said.toString());
    }
}
