package org.ambassadorportal.organization;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of unit it is; an account freeze is said in these kinds (sections and labs count with their department). */
public enum UnitKind {
    SERVICE_LINE,
    DEPARTMENT,
    PROGRAM,
    OFFICE,
    DIVISION,
    CENTER,
    INSTITUTE,
    SECTION,
    LAB,
    OTHER;

    /** The key of its word in the message files. */
    public String key() {
        return "unit.kind." + name();
    }

    /** How a spreadsheet spells it: "Service line". */
    String spelled() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Reads a kind as a spreadsheet spells it: "Service line", "service-line", "SERVICE_LINE". */
    static Optional<UnitKind> read(String text) {
        var plain = text.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
        return Arrays.stream(values()).filter(kind -> kind.name().equals(plain)).findFirst();
    }
}
