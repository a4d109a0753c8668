package org.ambassadorportal.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ambassadorportal.identity.Admission;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.Role;
import org.ambassadorportal.organization.Organization;
import org.ambassadorportal.organization.Units;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The demo's medical center: its hours and holidays, its units, and everybody who works there. */
@Component
@Order(1)
@Profile("local")
class OrganizationRoom implements Room {

    private static final String ADMIN = Persona.ADMIN.login();
    private static final String CLOSED = "Office of Digital Signage";

    private final FrontDoor door;
    private final People people;
    private final Organization organization;
    private final Units units;
    private final Cast cast;
    private final Admission admission;
    private final ApplicationRunner firstAdmin;

    OrganizationRoom(
            FrontDoor door,
            People people,
            Organization organization,
            Units units,
            Cast cast,
            Admission admission,
            @Qualifier("firstAdmin") ApplicationRunner firstAdmin) {
        this.door = door;
        this.people = people;
        this.organization = organization;
        this.units = units;
        this.cast = cast;
        this.admission = admission;
        this.firstAdmin = firstAdmin;
    }

    @Override
    public void plan(DemoYear year) {
        var beginning = year.beginning();
        year.at(beginning, this::enterEverybody);
        year.at(beginning, () -> door.send(ADMIN, facts(year.today())));
        DemoTable.read("units").forEach(row -> year.at(beginning, () -> door.send(ADMIN, unit(row))));
        year.at(
                year.on(120, CLOSED),
                () -> door.send(
                        ADMIN,
                        Form.to(
                                "/admin/units/{id}/close",
                                units.byName(CLOSED).orElseThrow().id().value())));
    }

    private void enterEverybody() {
        inviteFirstAdmin();
        cast.members().stream().filter(member -> role(member) != Role.STAFF).forEach(this::invite);
        // All others are known to the portal before they ever sign in.
        AsSystem.run(() -> cast.members().forEach(member -> people.colleague(member.mail(), member.name())));
        AsSystem.run(() -> Stream.of(Persona.values())
                .forEach(persona ->
                        admission.demoPassword(cast.person(persona.login()).id(), Persona.PASSWORD)));
    }

    /** As at the first start of a portal in earnest. */
    private void inviteFirstAdmin() {
        try {
            firstAdmin.run(new DefaultApplicationArguments());
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void invite(Member member) {
        if (!member.marks().equals(Persona.ADMIN.user())) {
            door.send(
                    ADMIN,
                    Form.to("/admin/people")
                            .with("name", member.name())
                            .with("mail", member.mail())
                            .with("role", role(member)));
        }
        if (member.marks().equals(Persona.LEAD.user())) {
            door.send(
                    ADMIN,
                    Form.to(
                                    "/admin/people/{id}",
                                    cast.person(member.login()).id().value())
                            .with("name", member.name())
                            .with("role", role(member))
                            .ticking("lead"));
        }
    }

    private static Role role(Member member) {
        return switch (member.marks()) {
            case "admin", "admin2" -> Role.ADMIN;
            case "lead", "comms", "comms2", "comms3" -> Role.COMMS;
            default -> Role.STAFF;
        };
    }

    private static Form unit(DemoTable.Row row) {
        return Form.to("/admin/units")
                .with("name", row.get("name"))
                .with("kind", row.get("kind").toUpperCase(Locale.ROOT).replace(' ', '_'))
                .with("parent", row.get("parent"));
    }

    /** What the configuration says, and the holidays, which it cannot say. */
    private Form facts(LocalDate today) {
        var facts = organization.facts();
        return Form.to("/admin/organization")
                .with("name", facts.name())
                .with("program", facts.program())
                .with("department", facts.department())
                .with("telephone", facts.telephone())
                .with("mail", facts.mail())
                .with("mailDomains", String.join("\n", facts.mailDomains()))
                .with("zone", facts.zone().getId())
                .with("days", facts.hours().days())
                .with("opens", facts.hours().opens())
                .with("closes", facts.hours().closes())
                .with("holidays", holidays(today))
                .with("brandWords", String.join("\n", facts.brandWords()));
    }

    private static String holidays(LocalDate today) {
        return IntStream.rangeClosed(today.getYear() - 1, today.getYear() + 1)
                .mapToObj(Year::of)
                .flatMap(OrganizationRoom::holidays)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> holidays(Year year) {
        var may = year.atMonth(Month.MAY).atDay(1);
        var september = year.atMonth(Month.SEPTEMBER).atDay(1);
        var november = year.atMonth(Month.NOVEMBER).atDay(1);
        return Stream.of(
                year.atMonth(Month.JANUARY).atDay(1) + " New Year’s Day",
                may.with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)) + " Memorial Day",
                year.atMonth(Month.JULY).atDay(4) + " Independence Day",
                september.with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)) + " Labor Day",
                november.with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)) + " Thanksgiving Day",
                year.atMonth(Month.DECEMBER).atDay(25) + " Christmas Day");
    }
}
