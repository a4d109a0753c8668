package org.ambassadorportal.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the local profile: it runs as all clocks do, a chosen while ahead or behind, and can be held while the
 * demo is filled in. How far it is ahead stands in a file, so that a restart does not set it back.
 */
final class MovableClock extends Clock {

    private final Clock machine = Clock.systemUTC();
    private final @Nullable Path file;
    private volatile Duration ahead;
    private volatile @Nullable Instant held;

    /** @param file where it remembers how far ahead it is; {@code null} remembers nothing */
    MovableClock(@Nullable Path file) {
        this.file = file;
        this.ahead = file == null ? Duration.ZERO : read(file);
    }

    Duration ahead() {
        return ahead;
    }

    /** Moves the clock; zero sets it right. */
    void moveTo(Duration aheadOfMachine) {
        ahead = aheadOfMachine;
        if (file != null) write(file, aheadOfMachine);
    }

    /** Holds the clock at an instant; {@code null} lets it run again. */
    void hold(@Nullable Instant at) {
        held = at;
    }

    /** The machine's own time, whatever this clock says. */
    Instant machineTime() {
        return machine.instant();
    }

    private static Duration read(Path file) {
        try {
            return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
        } catch (IOException | DateTimeException unreadable) {
            return Duration.ZERO;
        }
    }

    private static void write(Path file, Duration ahead) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, ahead.toString());
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    @Override
    public Instant instant() {
        var still = held;
        return still != null ? still : machine.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone()) ? this : Clock.fixed(instant(), zone);
    }
}
