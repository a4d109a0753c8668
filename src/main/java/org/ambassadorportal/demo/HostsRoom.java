package org.ambassadorportal.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.offering.OfferingKind;
import org.ambassadorportal.offering.Offerings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The four of the team who can be booked: their weeks, what they add to them once, and when they are away. */
@Component
@Order(2)
@Profile("local")
class HostsRoom implements Room {

    private static final String LEAD = Persona.LEAD.login();
    private static final String MARCUS = Persona.COMMS.login();
    private static final String PRIYANKA = "priyanka.rao";
    private static final String TOMAS = "tomas.herrera";

    /** Their names in the tables, in the order of the alphabet. */
    static final List<String> HOSTS = List.of(LEAD, MARCUS, PRIYANKA, TOMAS);

    private final FrontDoor door;
    private final Cast cast;
    private final Offerings offerings;

    HostsRoom(FrontDoor door, Cast cast, Offerings offerings) {
        this.door = door;
        this.cast = cast;
        this.offerings = offerings;
    }

    @Override
    public void plan(DemoYear year) {
        var beginning = year.beginning();
        year.at(beginning, () -> door.send(LEAD, lead()));
        year.at(beginning, () -> door.send(MARCUS, marcus()));
        year.at(beginning, () -> door.send(PRIYANKA, priyanka()));
        year.at(beginning, () -> door.send(TOMAS, tomas(year.today())));
        away(year, MARCUS, 190, year.today().minusDays(170), 11, "Vacation");
        away(year, PRIYANKA, 60, year.today().minusDays(45), 2, "A conference on health communication");
        away(year, MARCUS, 20, year.today().plusDays(23), 4, "Vacation");
        away(year, TOMAS, 9, year.today().plusDays(9), 0, null);
        away(year, LEAD, 30, year.today().plusDays(40), 9, "Vacation");
    }

    private void away(DemoYear year, String who, int saidDaysAgo, LocalDate first, int more, @Nullable String note) {
        var from = DemoYear.onWorkday(first);
        year.at(
                year.on(saidDaysAgo, who + first),
                () -> door.send(
                        who,
                        Form.to("/desk/hours/{person}/away", id(who).value())
                                .with("first", from)
                                .with("last", from.plusDays(more))
                                .with("note", note)));
    }

    /** Talks alone, and half as much as the others. */
    private Form lead() {
        var talk = AsSystem.call(
                () -> offerings.active(OfferingKind.TALK).getFirst().id().toString());
        var form = hours(LEAD, "America/Detroit", "https://video.hospital.test/hannah-lindqvist")
                .with("weight", 50)
                .ticking("active")
                .with("perWeek", 4);
        weekly(form, 0, List.of("TUESDAY", "THURSDAY"), "14:00", "17:00");
        weekly(form, 1, List.of("WEDNESDAY", "FRIDAY"), "07:00", "09:00").with("weekly[1].offering", talk);
        return form;
    }

    private Form marcus() {
        var form = hours(MARCUS, "America/Detroit", "https://video.hospital.test/marcus-bell")
                .with("perWeek", 12);
        weekly(form, 0, List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"), "09:00", "12:00");
        weekly(form, 1, List.of("MONDAY", "TUESDAY", "THURSDAY"), "13:00", "16:30");
        return form;
    }

    /** Works from another zone. */
    private Form priyanka() {
        var form = hours(PRIYANKA, "America/Chicago", "https://video.hospital.test/priyanka-rao");
        weekly(form, 0, List.of("TUESDAY", "WEDNESDAY", "THURSDAY"), "08:30", "11:30");
        weekly(form, 1, List.of("TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"), "12:30", "16:00");
        return form;
    }

    /** Is there for those who work late, and on a Saturday now and then. */
    private Form tomas(LocalDate today) {
        var form = hours(TOMAS, "America/Detroit", null).with("perWeek", 10);
        weekly(form, 0, List.of("MONDAY", "WEDNESDAY", "FRIDAY"), "10:00", "15:00");
        weekly(form, 1, List.of("WEDNESDAY"), "17:00", "19:30");
        var saturday = today.plusDays(13 - today.getDayOfWeek().getValue());
        IntStream.range(0, 2)
                .forEach(each -> form.with("extra[%d].date".formatted(each), saturday.plusDays(14L * each))
                        .with("extra[%d].opens".formatted(each), "09:00")
                        .with("extra[%d].closes".formatted(each), "12:00"));
        return form;
    }

    private Form hours(String who, String zone, @Nullable String video) {
        return Form.to("/desk/hours/{person}", id(who).value())
                .with("zone", zone)
                .with("videoAddress", video);
    }

    private static Form weekly(Form form, int row, List<String> days, String opens, String closes) {
        return form.with("weekly[%d].days".formatted(row), days)
                .with("weekly[%d].opens".formatted(row), opens)
                .with("weekly[%d].closes".formatted(row), closes);
    }

    private PersonId id(String who) {
        return cast.person(who).id();
    }
}
