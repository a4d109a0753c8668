package org.ambassadorportal.insights;

import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The stretch of time the figures are about, in whole months; the present one counts as far as it has come. */
enum Period {
    /** Eleven whole months and the present one. */
    TWELVE_MONTHS,
    THIS_YEAR,
    ALL;

    /** The period of an address; the last twelve months when it names none. */
    static Period of(@Nullable String text) {
        for (var known : values()) {
            if (known.word().equals(text)) return known;
        }
        return TWELVE_MONTHS;
    }

    /** As it stands in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String key() {
        return "insights.period." + word();
    }

    /** The first month; {@code null} when there is none. */
    @Nullable YearMonth from(YearMonth present) {
        return switch (this) {
            case TWELVE_MONTHS -> present.minusMonths(11);
            case THIS_YEAR -> present.withMonth(1);
            case ALL -> null;
        };
    }
}
