package org.ambassadorportal.kernel;

import java.util.Locale;

/**
 * How many rows a list has: exact up to a thousand, and "more than that" beyond, so that counting never costs more
 * than a thousand rows.
 *
 * @param counted what was counted with {@code limit 1001}
 * @param open whether the counting stopped before its end, so that there may be more
 */
public record Total(int counted, boolean open) {

    /** The limit for the rows that are counted. */
    public static final int LIMIT = 1001;

    public Total(int counted) {
        this(counted, false);
    }

    public boolean more() {
        return open || counted >= LIMIT;
    }

    public boolean none() {
        return counted == 0 && !open;
    }

    /** "7", "1,000", "1,000+", or "312+" where the counting stopped there. */
    public String label() {
        return String.format(Locale.US, "%,d", Math.min(counted, LIMIT - 1)) + (more() ? "+" : "");
    }

    @Override
    public String toString() {
        return label();
    }
}
