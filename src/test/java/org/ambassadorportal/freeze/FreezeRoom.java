package org.ambassadorportal.freeze;

import static org.ambassadorportal.identity.TestPeople.does;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.social.Platform;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of the freeze begin with: a unit, and an exception that was asked for. */
@TestComponent
class FreezeRoom {

    private final ExceptionRequests requests;
    private final ExceptionReviews reviews;
    private final ExceptionDecisions decisions;
    private final TestPeople people;
    private final JdbcClient database;

    FreezeRoom(
            ExceptionRequests requests,
            ExceptionReviews reviews,
            ExceptionDecisions decisions,
            TestPeople people,
            JdbcClient database) {
        this.requests = requests;
        this.reviews = reviews;
        this.decisions = decisions;
        this.people = people;
        this.database = database;
    }

    /** A unit of a kind, with a name of its own. */
    UnitId unit(String kind) {
        var unit = UnitId.next();
        database.sql("insert into organization_unit (id, name, kind, version) values (?, ?, ?, 0)")
                .params(unit.value(), "Unit " + unit.value(), kind)
                .update();
        return unit;
    }

    /** An account name that no other test has. */
    static String name() {
        return "camp" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    }

    Reference asked(PersonRow requester, LocalDate from, LocalDate until) {
        return asked(requester, name(), unit("DEPARTMENT"), from, until);
    }

    Reference asked(PersonRow requester, String name, UnitId unit, LocalDate from, LocalDate until) {
        var sponsor = people.staff("Prof. Lena Placeholder").id();
        return does(
                requester, () -> requests.ask(requester.id(), requester.id(), ask(name, unit, sponsor, from, until)));
    }

    ExceptionAsk ask(String name, UnitId unit, PersonId sponsor, LocalDate from, LocalDate until) {
        return new ExceptionAsk(
                name,
                Platform.INSTAGRAM,
                name,
                unit,
                sponsor,
                "Prof. Lena Placeholder",
                "Chair",
                "Families ask every day.",
                "Families of children at the camp",
                from,
                until,
                Set.of(sponsor));
    }

    /** Asked, recommended by one of the team and approved by an admin. */
    Reference approved(PersonRow requester, LocalDate from, LocalDate until) {
        var reference = asked(requester, from, until);
        approve(reference, until);
        return reference;
    }

    void approve(Reference reference, LocalDate until) {
        var comms = people.comms();
        var admin = people.admin();
        does(comms, () -> reviews.recommend(reference, comms.id(), "It cannot be done otherwise."));
        does(admin, () -> decisions.approve(reference, admin.id(), until, "Archived after the season"));
    }
}
