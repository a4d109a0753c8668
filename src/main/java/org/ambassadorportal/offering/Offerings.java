package org.ambassadorportal.offering;

import java.util.List;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.kernel.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is on offer, for the rooms in which it is booked. */
@Service
@Transactional(readOnly = true)
@ForInside
public class Offerings {

    private final OfferingRepository offerings;

    Offerings(OfferingRepository offerings) {
        this.offerings = offerings;
    }

    /**
     * An offering, active or not.
     *
     * @throws NotFound when there is none with this id
     */
    public Offered get(OfferingId id) {
        return offerings.findById(id).map(Offering::offered).orElseThrow(NotFound::new);
    }

    /** What is on offer now, in its order. */
    public List<Offered> active() {
        return all().stream().filter(Offered::active).toList();
    }

    /** What is on offer now of one kind, in its order. */
    public List<Offered> active(OfferingKind kind) {
        return active().stream().filter(offered -> offered.kind() == kind).toList();
    }

    /** Everything, closed offerings too, in its order. */
    public List<Offered> all() {
        return offerings.findAllInOrder().stream().map(Offering::offered).toList();
    }
}
