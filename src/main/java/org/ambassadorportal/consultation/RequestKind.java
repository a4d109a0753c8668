package org.ambassadorportal.consultation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.offering.OfferingKind;

/** What one can ask of the department: advice, a training for a group, or a talk at a faculty meeting. */
enum RequestKind {
    CONSULTATION("/consultations/new"),
    TRAINING("/consultations/new/training"),
    TALK("/consultations/new/talk");

    private final String path;

    RequestKind(String path) {
        this.path = path;
    }

    /** The desk's key of this kind. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where its first question stands. */
    public String path() {
        return path;
    }

    /** A faculty meeting takes place in a room or by video, a training too; only advice is given by telephone. */
    public List<Format> formats() {
        return this == CONSULTATION ? List.of(Format.values()) : List.of(Format.IN_PERSON, Format.VIDEO);
    }

    /** The kind of offering it is for. */
    OfferingKind kind(boolean forDepartment) {
        return switch (this) {
            case CONSULTATION -> forDepartment ? OfferingKind.DEPARTMENT : OfferingKind.ONESELF;
            case TRAINING -> OfferingKind.TRAINING;
            case TALK -> OfferingKind.TALK;
        };
    }

    /** The offering whose key stands in an address; without one it is a consultation. */
    static RequestKind at(String key) {
        return Arrays.stream(values())
                .filter(offering -> offering.key().equals(key))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
