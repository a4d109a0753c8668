package org.ambassadorportal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A clock that a test may hold or move; whoever does lets it run again afterwards ({@link #run}). */
public class TestClock extends Clock {

    private volatile @Nullable Instant held;

    /** Holds the clock. */
    public void hold(Instant at) {
        held = at;
    }

    /** Moves the clock on and holds it there. */
    public void pass(Duration time) {
        held = instant().plus(time);
    }

    /** Lets the clock run with the machine's again. */
    public void run() {
        held = null;
    }

    @Override
    public Instant instant() {
        var still = held;
        return still != null ? still : Clock.systemUTC().instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        TestClock clock() {
            return new TestClock();
        }
    }
}
