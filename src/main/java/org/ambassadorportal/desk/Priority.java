package org.ambassadorportal.desk;

import java.util.Locale;

/** How much an item matters; each has goals of its own where the settings name them. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH;

    /** As it stands in an address. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where it stands in an order that begins with what matters most. */
    int rank() {
        return switch (this) {
            case HIGH -> 0;
            case NORMAL -> 1;
            case LOW -> 2;
        };
    }

    /** Whether it is worth a word in a row. */
    public boolean isSpecial() {
        return this != NORMAL;
    }
}
