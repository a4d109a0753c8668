package org.ambassadorportal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovableClockTests {

    @TempDir
    Path folder;

    @Test
    void remembersOverARestartHowFarItIsAhead() {
        new MovableClock(file()).moveTo(Duration.ofDays(40));
        assertThat(new MovableClock(file()).ahead()).isEqualTo(Duration.ofDays(40));
    }

    @Test
    void isRightWhereItsFileCannotBeRead() throws IOException {
        Files.writeString(file(), "tomorrow");
        assertThat(new MovableClock(file()).ahead()).isZero();
    }

    @Test
    void runsAgainAfterItWasHeld() {
        var clock = new MovableClock(null);
        var then = Instant.parse("2026-01-05T15:00:00Z");
        clock.hold(then);
        assertThat(clock.instant()).isEqualTo(then);
        clock.hold(null);
        assertThat(clock.instant()).isAfter(then);
    }

    private Path file() {
        return folder.resolve("clock");
    }
}
