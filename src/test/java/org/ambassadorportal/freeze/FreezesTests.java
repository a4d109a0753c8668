package org.ambassadorportal.freeze;

import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.TestClock;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.organization.UnitKind;
import org.ambassadorportal.organization.When;
import org.ambassadorportal.social.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Windows and exceptions on a real database. Windows lie on platforms that no other test freezes, and are taken away. */
@PortalTest
@Import(FreezeRoom.class)
class FreezesTests {

    private static final LocalDate FROM = LocalDate.parse("2031-01-12");
    private static final LocalDate UNTIL = LocalDate.parse("2031-06-30");

    @Autowired
    FreezeWindows windows;

    @Autowired
    Freezes freezes;

    @Autowired
    ExceptionRequests requests;

    @Autowired
    ExceptionReviews reviews;

    @Autowired
    ExceptionDecisions decisions;

    @Autowired
    ExceptionList list;

    @Autowired
    FreezeRoom room;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    @Autowired
    When when;

    PersonRow admin;
    final List<WindowId> opened = new ArrayList<>();

    @BeforeEach
    void anAdmin() {
        admin = people.admin();
    }

    @AfterEach
    void takeAwayTheWindows() {
        clock.run();
        opened.forEach(id -> database.sql("delete from freeze_window where id = ?")
                .param(id.value())
                .update());
    }

    @Test
    void oneOfTwoAdminsWhoOpenOverlappingWindowsAtOnceIsTold() throws Exception {
        Callable<String> departments = opening(Set.of(UnitKind.DEPARTMENT, UnitKind.OFFICE));
        Callable<String> offices = opening(Set.of(UnitKind.OFFICE, UnitKind.PROGRAM));
        for (int round = 0; round < 5; round++) {
            try (var both = Executors.newFixedThreadPool(2)) {
                var answers = both.invokeAll(List.of(departments, offices)).stream()
                        .map(answer -> answer.resultNow())
                        .toList();
                assertThat(answers).containsExactlyInAnyOrder("opened", "freeze.window.overlaps");
            }
            takeAwayTheWindows();
            opened.clear();
        }
    }

    private Callable<String> opening(Set<UnitKind> kinds) {
        return () -> {
            try {
                var id = does(admin, () -> windows.open(kinds, Set.of(Platform.VIMEO, Platform.FLICKR), FROM, UNTIL));
                synchronized (opened) {
                    opened.add(id);
                }
                return "opened";
            } catch (Conflict overlaps) {
                return overlaps.key();
            }
        };
    }

    @Test
    void windowsForOtherKindsPlatformsOrDaysMayStandBesideEachOther() {
        open(Set.of(UnitKind.DEPARTMENT), Set.of(Platform.VIMEO), FROM, UNTIL);
        open(Set.of(UnitKind.PROGRAM), Set.of(Platform.VIMEO), FROM, UNTIL);
        open(Set.of(UnitKind.DEPARTMENT), Set.of(Platform.FLICKR), FROM, UNTIL);
        open(Set.of(UnitKind.DEPARTMENT), Set.of(Platform.VIMEO), UNTIL.plusDays(1), null);
        assertThatThrownBy(() -> open(Set.of(UnitKind.DEPARTMENT), Set.of(Platform.VIMEO), UNTIL, UNTIL))
                .isInstanceOf(OverlappingWindows.class);
        assertThatThrownBy(() -> open(Set.of(UnitKind.LAB), Set.of(Platform.VIMEO), FROM, FROM))
                .as("a lab counts with its department")
                .isInstanceOf(OverlappingWindows.class);
    }

    @Test
    void aChangeThatWouldOverlapIsRefusedAndAStaleOneToo() {
        var first = open(Set.of(UnitKind.DEPARTMENT), Set.of(Platform.VIMEO), FROM, UNTIL);
        var second = open(Set.of(UnitKind.DEPARTMENT), Set.of(Platform.VIMEO), UNTIL.plusDays(1), null);
        assertThatThrownBy(() -> does(
                        admin,
                        () -> windows.change(
                                second, null, Set.of(UnitKind.DEPARTMENT), Set.of(Platform.VIMEO), UNTIL, null)))
                .isInstanceOf(OverlappingWindows.class);
        does(
                admin,
                () -> windows.change(
                        first, 0L, Set.of(UnitKind.DEPARTMENT), Set.of(Platform.VIMEO), FROM, UNTIL.minusDays(1)));
        assertThatThrownBy(() -> does(admin, () -> windows.end(first, 0L, FROM)))
                .isInstanceOf(StaleEdit.class);
    }

    @Test
    void coversWhatItNamesWhileItIsInForceInTheOrganizationsZone() {
        open(Set.of(UnitKind.CENTER), Set.of(Platform.SNAPCHAT), FROM, UNTIL);
        clock.hold(Instant.parse("2031-01-12T04:59:59Z"));
        assertThat(freezes.covers(UnitKind.CENTER, Platform.SNAPCHAT)).isFalse();
        clock.hold(Instant.parse("2031-01-12T05:00:00Z"));
        assertThat(freezes.covers(UnitKind.CENTER, Platform.SNAPCHAT)).isTrue();
        assertThat(freezes.inForce()).get().extracting(FreezeNotice::until).isEqualTo(UNTIL);
        assertThat(freezes.covers(UnitKind.CENTER, Platform.REDDIT)).isFalse();
        clock.hold(Instant.parse("2031-07-01T03:59:59Z"));
        assertThat(freezes.covers(UnitKind.CENTER, Platform.SNAPCHAT)).isTrue();
        clock.hold(Instant.parse("2031-07-01T04:00:00Z"));
        assertThat(freezes.covers(UnitKind.CENTER, Platform.SNAPCHAT)).isFalse();
    }

    /** The last day ends at midnight in Detroit, also on the days with an hour more or less. */
    @Test
    void anExceptionEndsAtMidnightInTheOrganizationsZoneAlsoWhenTheClocksChange() {
        // Summer time begins on March 9 and ends on November 2, 2031, at 2 am.
        clock.hold(Instant.parse("2031-03-01T12:00:00Z"));
        var spring = granted("2031-03-09");
        endsAt(spring, "2031-03-10T04:00:00Z");
        clock.hold(Instant.parse("2031-03-01T12:00:00Z"));
        var fall = granted("2031-11-02");
        endsAt(fall, "2031-11-03T05:00:00Z");
    }

    private void endsAt(Reference reference, String midnight) {
        var end = Instant.parse(midnight);
        clock.hold(end.minusSeconds(1));
        assertThat(page(reference).inForce()).isTrue();
        clock.hold(end);
        assertThat(page(reference).inForce()).isFalse();
        assertThat(page(reference).state()).isEqualTo(ExceptionState.EXPIRED);
        assertThat(list.granted())
                .filteredOn(row -> row.reference().equals(reference))
                .extracting(ExceptionRow::state)
                .containsExactly(ExceptionState.EXPIRED);
    }

    private Reference granted(String until) {
        return room.approved(people.staff(), LocalDate.parse("2031-03-01"), LocalDate.parse(until));
    }

    @Test
    void theJobRecordsTheEndOnceAndTellsRequesterSponsorAndAdministrators() {
        clock.hold(Instant.parse("2031-03-01T12:00:00Z"));
        var requester = people.staff();
        var reference = room.approved(requester, LocalDate.parse("2031-03-01"), LocalDate.parse("2031-03-09"));
        clock.hold(Instant.parse("2031-03-10T05:00:00Z"));
        AsSystem.run(() -> ExpiryJob.record(list, requests));
        AsSystem.run(() -> ExpiryJob.record(list, requests));
        assertThat(mails(reference, "freeze-expired-unopened"))
                .as("requester, and the sponsor who is the administrator too")
                .isEqualTo(2);
        assertThat(state(reference)).isEqualTo("EXPIRED");
    }

    @Test
    void threePeopleActAndEachIsToldWhatConcernsThem() {
        var requester = people.staff();
        var comms = people.admin("Admin who reviews");
        var today = when.today();
        var reference = room.asked(requester, today, today.plusDays(90));
        does(comms, () -> reviews.recommend(reference, comms.id(), "Fine."));
        assertThatThrownBy(() -> does(comms, () -> decisions.approve(reference, comms.id(), today.plusDays(90), null)))
                .as("an admin who reviewed it does not decide it")
                .isInstanceOf(SamePersonDecides.class);
        does(admin, () -> decisions.approve(reference, admin.id(), today.plusDays(90), "Videos only"));
        assertThat(state(reference)).isEqualTo("APPROVED");
        assertThat(mails(reference, "freeze-asked")).as("the sponsor").isEqualTo(1);
        assertThat(mails(reference, "freeze-approved"))
                .as("requester and sponsor")
                .isEqualTo(2);
        assertThat(database.sql("select status || ' ' || outcome from desk_item where reference = ?")
                        .param(reference.number())
                        .query(String.class)
                        .single())
                .isEqualTo("SETTLED approved");
    }

    @Test
    void anAdminWhoAsksForAnExceptionDoesNotDecideIt() {
        var today = when.today();
        var reference = room.asked(admin, today, today.plusDays(90));
        assertThatThrownBy(() -> does(admin, () -> decisions.approve(reference, admin.id(), today.plusDays(90), null)))
                .isInstanceOf(SamePersonDecides.class)
                .hasMessage("freeze.may-not.asked");
        assertThat(state(reference)).isEqualTo("IN_REVIEW");
    }

    @Test
    void theSecondOfTwoAdminsWhoDecideAtOnceLearnsWhatTheFirstDecided() throws Exception {
        var today = when.today();
        var reference = room.asked(people.staff(), today, today.plusDays(90));
        var other = people.admin("Another Admin");
        Callable<String> approving =
                deciding(() -> does(other, () -> decisions.approve(reference, other.id(), today.plusDays(90), null)));
        Callable<String> denying = deciding(() -> does(admin, () -> decisions.deny(reference, admin.id(), "No.")));
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(List.of(approving, denying)).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(answers).containsOnlyOnce("done");
            assertThat(answers).containsAnyOf("freeze.already.APPROVED", "freeze.already.DENIED");
        }
    }

    private static Callable<String> deciding(Runnable decision) {
        return () -> {
            try {
                decision.run();
                return "done";
            } catch (Conflict late) {
                return late.key();
            }
        };
    }

    @Test
    void anExtensionIsAnItemOfItsOwnAndCountsTowardTheCap() {
        var today = when.today();
        var requester = people.staff();
        var reference = room.approved(requester, today, today.plusDays(30));
        for (int time = 1; time <= 2; time++) {
            var until = today.plusDays(30 + 30L * time);
            var item = does(requester, () -> requests.askExtension(reference, requester.id(), until, "Please."));
            assertThat(item).isNotEqualTo(reference);
            room.approve(item, until);
            assertThat(mails(item, "freeze-extended")).isPositive();
        }
        assertThat(page(reference).row().extensions()).isEqualTo(2);
        assertThat(page(reference).row().firstUntil()).isEqualTo(today.plusDays(30));
        assertThatThrownBy(() -> does(
                        requester,
                        () -> requests.askExtension(reference, requester.id(), today.plusDays(365), "Once more.")))
                .isInstanceOf(Refusal.class)
                .hasMessage("freeze.extension.cap");
    }

    @Test
    void theAccountThatComesOfItGoesIntoTheRegistryAndIsNotUnsanctioned() {
        var today = when.today();
        var window = windowOnInstagram(today);
        opened.add(window);
        var requester = people.staff();
        var name = FreezeRoom.name();
        var unit = room.unit("SECTION");
        var reference = room.asked(requester, name, unit, today, today.plusDays(30));
        room.approve(reference, today.plusDays(30));
        assertThatThrownBy(() ->
                        does(requester, () -> requests.activate(reference, requester.id(), "https://x.com/" + name)))
                .as("another platform than the one that was approved")
                .isInstanceOf(Refusal.class);
        does(requester, () -> requests.activate(reference, requester.id(), "https://instagram.com/" + name));
        assertThat(state(reference)).isEqualTo("ACTIVE");
        assertThat(unsanctioned()).doesNotContain(name);
        does(admin, () -> decisions.revoke(reference, admin.id(), "It does not answer."));
        assertThat(unsanctioned()).as("it runs on without an exception").contains(name);
        assertThat(does(admin, () -> list.unsanctioned()))
                .filteredOn(account -> account.name().equals(name))
                .extracting(ExceptionList.Unsanctioned::endedOn)
                .as("its exception ended when it was revoked, not when it was to end")
                .containsExactly(today);
        assertThat(mails(reference, "freeze-revoked")).isEqualTo(2);
    }

    @Test
    void anExceptionCannotTakeAnAccountOfAnotherUnitNorOneThatAnotherExceptionHas() {
        var today = when.today();
        var requester = people.staff();
        var name = FreezeRoom.name();
        var unit = room.unit("DEPARTMENT");
        var first = room.asked(requester, name, unit, today, today.plusDays(30));
        var second = room.asked(requester, name, unit, today, today.plusDays(30));
        var elsewhere = room.asked(requester, name, room.unit("DEPARTMENT"), today, today.plusDays(30));
        List.of(first, second, elsewhere).forEach(reference -> room.approve(reference, today.plusDays(30)));
        var address = "instagram.com/" + name;
        does(requester, () -> requests.activate(first, requester.id(), address));
        assertThatThrownBy(() -> does(requester, () -> requests.activate(second, requester.id(), address)))
                .isInstanceOf(Refusal.class)
                .hasMessage("freeze.account.taken");
        assertThatThrownBy(() -> does(requester, () -> requests.activate(elsewhere, requester.id(), address)))
                .isInstanceOf(Refusal.class)
                .hasMessage("registry.address.taken");
    }

    private WindowId windowOnInstagram(LocalDate today) {
        return does(
                admin,
                () -> windows.open(Set.of(UnitKind.DEPARTMENT), Set.of(Platform.INSTAGRAM), today, today.plusDays(60)));
    }

    private List<String> unsanctioned() {
        return does(admin, () -> list.unsanctioned()).stream()
                .map(ExceptionList.Unsanctioned::name)
                .toList();
    }

    @Test
    void aStrangerFindsNothingAndStaffDecideNothing() {
        var today = when.today();
        var reference = room.approved(people.staff(), today, today.plusDays(30));
        var stranger = people.staff("A Stranger");
        assertThatThrownBy(() -> does(stranger, () -> list.mine(reference, stranger.id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> does(
                        stranger, () -> requests.askExtension(reference, stranger.id(), today.plusDays(60), "Please.")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        does(stranger, () -> requests.activate(reference, stranger.id(), "https://instagram.com/x")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> does(stranger, () -> decisions.revoke(reference, stranger.id(), "Ha.")))
                .isInstanceOf(AccessDeniedException.class);
        var comms = people.comms();
        assertThatThrownBy(() -> does(comms, () -> decisions.deny(reference, comms.id(), "No.")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void withdrawingTheItemAtTheDeskWithdrawsTheException() {
        var today = when.today();
        var requester = people.staff();
        var reference = room.asked(requester, today, today.plusDays(30));
        does(requester, () -> requests.withdraw(reference));
        assertThat(state(reference)).isEqualTo("WITHDRAWN");
        assertThatThrownBy(() -> does(admin, () -> decisions.approve(reference, admin.id(), today.plusDays(30), null)))
                .isInstanceOf(NotInThisState.class)
                .hasMessage("freeze.already.WITHDRAWN");
    }

    private WindowId open(Set<UnitKind> kinds, Set<Platform> platforms, LocalDate from, LocalDate until) {
        var id = does(admin, () -> windows.open(kinds, platforms, from, until));
        opened.add(id);
        return id;
    }

    private CasePage page(Reference reference) {
        return does(admin, () -> list.find(reference, admin.id()));
    }

    private String state(Reference reference) {
        return database.sql("select state from freeze_exception where reference = ?")
                .param(reference.number())
                .query(String.class)
                .single();
    }

    private int mails(Reference reference, String letter) {
        return database.sql("select count(*) from email where reference = ? and letter = ?")
                .params(reference.toString(), letter)
                .query(Integer.class)
                .single();
    }
}
