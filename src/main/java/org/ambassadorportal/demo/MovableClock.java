package org.ambassadorportal.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The clock of the local profile: it runs as all clocks do, a chosen while ahead or behind, and can be held while the demo is filled in. */
final class MovableClock extends Clock {

    private final Clock machine = Clock.systemUTC();
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final AtomicReference<@Nullable Instant> held = new AtomicReference<>();

    Duration ahead() {
        return ahead.get();
    }

    void moveTo(Duration aheadOfMachine) {
        ahead.set(aheadOfMachine);
    }

    /** Holds the clock at an instant; {@code null} lets it run again. */
    void hold(@Nullable Instant at) {
        held.set(at);
    }

    @Override
    public Instant instant() {
        var still = held.get();
        return still != null ? still : machine.instant().plus(ahead.get());
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
