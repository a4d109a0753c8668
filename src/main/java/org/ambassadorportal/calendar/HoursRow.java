package org.ambassadorportal.calendar;

import jakarta.persistence.Embeddable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.offering.OfferingId;
import org.jspecify.annotations.Nullable;

/** Hours as they are stored. */
@Embeddable
record HoursRow(
        UUID id,
        @Nullable Integer day,
        LocalTime opens,
        LocalTime closes,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable UUID offeringId) {

    static HoursRow of(Hours hours) {
        return new HoursRow(
                Ids.next(),
                hours.day() == null ? null : hours.day().getValue(),
                hours.opens(),
                hours.closes(),
                hours.first(),
                hours.last(),
                hours.offering() == null ? null : hours.offering().value());
    }

    Hours hours() {
        return new Hours(
                day == null ? null : DayOfWeek.of(day),
                opens,
                closes,
                firstDay,
                lastDay,
                offeringId == null ? null : new OfferingId(offeringId));
    }
}
