package org.ambassadorportal.offering;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Aggregate;
import org.jspecify.annotations.Nullable;

/** One thing on offer. Bookings keep a copy of what they need of it, so an admin may change everything but its kind. */
@Entity
@Table(name = "offering")
class Offering extends Aggregate<Offering> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private OfferingId id;

    @Enumerated(EnumType.STRING)
    private OfferingKind kind;

    private String name;
    private String about;
    private Integer[] lengths;
    private String[] formats;
    private @Nullable String place;
    private @Nullable String preparation;
    private int seats;

    @Embedded
    private BookingRules rules;

    @ElementCollection
    @CollectionTable(name = "offering_question", joinColumns = @JoinColumn(name = "offering_id"))
    @OrderColumn(name = "place")
    private List<Question> questions = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "offering_host", joinColumns = @JoinColumn(name = "offering_id"))
    @AttributeOverride(name = "value", column = @Column(name = "host_id"))
    private Set<PersonId> hosts = new LinkedHashSet<>();

    private boolean active;

    /** Where it stands among the others, from 1. */
    private int position;

    Offering(Offered terms, int position, Instant at) {
        id = terms.id();
        kind = terms.kind();
        this.position = position;
        take(terms);
        happened(new OfferingAdded(id, at));
    }

    @SuppressWarnings("NullAway.Init")
    protected Offering() {}

    /** Offers it on other terms from now on; what was booked stays as it was booked. */
    void change(Offered terms, @Nullable Long seen, Instant at) {
        mustBe(seen);
        if (terms.equals(offered())) return;
        take(terms);
        happened(new OfferingChanged(id, at));
    }

    void standAt(int place, Instant at) {
        if (position == place) return;
        position = place;
        happened(new OfferingChanged(id, at));
    }

    private void take(Offered terms) {
        name = terms.name();
        about = terms.about();
        lengths = terms.lengths().toArray(Integer[]::new);
        formats = terms.formats().stream().map(Format::name).toArray(String[]::new);
        place = terms.place();
        preparation = terms.preparation();
        seats = terms.seats();
        rules = terms.rules();
        questions.clear();
        questions.addAll(terms.questions());
        hosts.clear();
        hosts.addAll(terms.hosts());
        active = terms.active();
    }

    Offered offered() {
        return new Offered(
                id,
                kind,
                name,
                about,
                List.of(lengths),
                Arrays.stream(formats).map(Format::valueOf).toList(),
                place,
                preparation,
                seats,
                rules,
                questions,
                hosts,
                active);
    }

    int position() {
        return position;
    }
}
