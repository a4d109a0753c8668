package org.ambassadorportal.training;

import static org.ambassadorportal.identity.TestPeople.does;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.offering.OfferingId;
import org.springframework.boot.test.context.TestComponent;

/** Classes for tests. */
@TestComponent
class TrainingRoom {

    static final OfferingId TRAINING = new OfferingId(UUID.fromString("0193f000-0000-7000-8000-000000000003"));

    private final Classes classes;

    TrainingRoom(Classes classes) {
        this.classes = classes;
    }

    ClassId announced(PersonRow host, LocalDate day, int hour, int seats) {
        return does(host, () -> classes.announce(form(host, day, hour, seats, null)));
    }

    static ClassForm form(PersonRow host, LocalDate day, int hour, int seats, Long version) {
        return new ClassForm(
                TRAINING,
                "Answering hard comments",
                "We practice.",
                day,
                LocalTime.of(hour, 0),
                60,
                host.id(),
                false,
                Format.VIDEO,
                "https://video.test/room",
                seats,
                version,
                null);
    }
}
