package org.ambassadorportal.kernel;

/**
 * How many rows a list has: exact up to a thousand, and "more than that" beyond, so that counting never costs more
 * than a thousand rows.
 *
 * @param counted what was counted with {@code limit 1001}
 */
public record Total(int counted) {

    /** The limit for the rows that are counted. */
    public static final int LIMIT = 1001;

    public boolean more() {
        return counted >= LIMIT;
    }

    public boolean none() {
        return counted == 0;
    }

    /** "7", "1,000" or "1,000+". */
    public String label() {
        return more() ? "1,000+" : String.format(java.util.Locale.US, "%,d", counted);
    }

    @Override
    public String toString() {
        return label();
    }
}
