package org.ambassadorportal.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The clock of the local profile: it runs as all clocks do, a chosen while ahead or behind, and can be held while the demo is filled in. */
final class MovableClock extends Clock {

    private final Clock machine = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;
    private volatile @Nullable Instant held;

    Duration ahead() {
        return ahead;
    }

    void moveTo(Duration aheadOfMachine) {
        ahead = aheadOfMachine;
    }

    /** Holds the clock at an instant; {@code null} lets it run again. */
    void hold(@Nullable Instant at) {
        held = at;
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
