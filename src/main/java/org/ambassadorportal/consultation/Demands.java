package org.ambassadorportal.consultation;

import org.ambassadorportal.calendar.Demand;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.offering.Offered;
import org.ambassadorportal.offering.Offerings;
import org.springframework.stereotype.Component;

/** What time a request needs of the team, on the terms of its offering. */
@Component
class Demands {

    private final Offerings offerings;

    Demands(Offerings offerings) {
        this.offerings = offerings;
    }

    /** The time of a slot, as the team itself sets it. */
    Demand of(ConsultationRequest request, Slot slot) {
        return of(request, slot.minutes(), slot.format());
    }

    /** A time of this length, as the team itself sets it. */
    Demand of(ConsultationRequest request, int minutes, Format format) {
        return Demand.of(offered(request), minutes, format).byTheTeam();
    }

    /** The offering it is for; where it was asked for without one, the first of its kind. */
    private Offered offered(ConsultationRequest request) {
        if (request.offered() != null) return offerings.get(request.offered());
        var kind = request.offering().kind(request.wanted().forDepartment());
        var active = offerings.active(kind);
        return active.isEmpty()
                ? offerings.all().stream()
                        .filter(offered -> offered.kind() == kind)
                        .findFirst()
                        .orElseThrow()
                : active.getFirst();
    }
}
