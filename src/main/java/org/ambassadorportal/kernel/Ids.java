package org.ambassadorportal.kernel;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes ids that grow with time, so that an index on them stays in one piece (RFC 9562, version 7). */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /**
     * A new UUIDv7: 48 bits of milliseconds, 12 bits that keep ids of one millisecond in order, 62 random bits. The
     * time in it is the machine's own, not the portal's clock: an id says nothing about when something happened.
     */
    public static UUID next() {
        // Milliseconds with a 12-bit fraction below them; never the same twice on this node, whatever the clock does.
        long ticks = LAST.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis() << 12));
        long high = ((ticks >>> 12) << 16) | 0x7000L | (ticks & 0xFFFL);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
