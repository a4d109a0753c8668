package org.ambassadorportal.desk;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ambassadorportal.kernel.NotFound;

/**
 * The short number by which people speak of a request, such as R-1042. One sequence serves all kinds. In an entity:
 * {@code @Embedded @AttributeOverride(name = "number", column = @Column(name = "reference"))}.
 */
@Embeddable
public record Reference(long number) implements Serializable, Comparable<Reference> {

    private static final Pattern SHAPE = Pattern.compile("R-([1-9][0-9]{0,14})");
    private static final Pattern TYPED = Pattern.compile("[Rr]?[-–]?([1-9][0-9]{0,14})");

    /** Reads the text form; binds path variables. Any other text is an address that leads nowhere. */
    public static Reference of(String text) {
        var shape = SHAPE.matcher(text);
        if (!shape.matches()) throw new NotFound();
        return new Reference(Long.parseLong(shape.group(1)));
    }

    /** From a column of a row. */
    public static Reference of(Long number) {
        return new Reference(number);
    }

    /** What somebody typed into a search field: also "r1042" and "1042". */
    static Optional<Reference> typed(String text) {
        var shape = TYPED.matcher(text);
        return shape.matches() ? Optional.of(new Reference(Long.parseLong(shape.group(1)))) : Optional.empty();
    }

    @Override
    public int compareTo(Reference other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return "R-" + number;
    }
}
