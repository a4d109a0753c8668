package org.ambassadorportal.ambassador;

import static org.ambassadorportal.ambassador.AmbassadorRoom.handle;
import static org.ambassadorportal.ambassador.AmbassadorRoom.unique;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.desk.Status;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Enrolling and reviewing on a real database, races included. */
@PortalTest
@RecordApplicationEvents
@Import({TestPeople.class, AmbassadorRoom.class})
class EnrollingTests {

    @Autowired
    Enrolling enrolling;

    @Autowired
    Reviewing reviewing;

    @Autowired
    OwnPage own;

    @Autowired
    Desk desk;

    @Autowired
    AmbassadorRoom room;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationEvents events;

    @Test
    void anEnrollmentGoesFromTheFormToTheDeskToTheDirectory() {
        var person = people.staff("Amara " + unique());
        var reference = room.sent(person, room.answers(person.name(), List.of("sepsis")));
        var team = people.comms();
        assertThat(does(team, () -> desk.get(reference))).satisfies(item -> {
            assertThat(item.kind()).isEqualTo("enrollment");
            assertThat(item.title()).contains(person.name()).contains("one profile");
            assertThat(item.requester()).isEqualTo(person.id());
        });
        does(team, () -> reviewing.approve(reference, team.id(), null));
        assertThat(does(team, () -> desk.get(reference))).satisfies(item -> {
            assertThat(item.status()).isEqualTo(Status.SETTLED);
            assertThat(item.outcome()).isEqualTo("approved");
        });
        assertThat(entries(person)).isEqualTo(1);
        assertThat(events.stream(EnrollmentApproved.class)
                        .filter(event -> event.reference().equals(reference))
                        .findFirst()
                        .orElseThrow()
                        .letters())
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.path()).isEqualTo("/ambassadors/" + room.slug(person));
                    assertThat(letter.to()).extracting(it -> it.id()).containsExactly(person.id());
                });
        assertThat(audited(reference.number(), "enrollment-submitted", "enrollment-approved"))
                .isEqualTo(2);
    }

    @Test
    void changesAreAskedForAndMadeUnderTheSameReference() {
        var person = people.staff();
        var answers = room.answers("Amara " + unique(), List.of("sepsis"));
        var reference = room.sent(person, answers);
        var team = people.comms();
        does(team, () -> reviewing.askChanges(reference, team.id(), "Please give your full title.", null));
        assertThat(does(team, () -> desk.get(reference)).status()).isEqualTo(Status.PENDING);
        assertThat(does(person, () -> own.of(person.id())).draft()).satisfies(draft -> {
            assertThat(draft.state()).isEqualTo(EnrollmentState.CHANGES_ASKED);
            assertThat(draft.words()).isEqualTo("Please give your full title.");
        });
        assertThat(events.stream(ChangesAsked.class).flatMap(event -> event.letters().stream()))
                .anySatisfy(letter -> assertThat(letter.words()).isEqualTo("Please give your full title."));
        assertThat(does(person, () -> room.enroll(person.id(), answers))).isEqualTo(reference);
        assertThat(does(team, () -> desk.get(reference)).status()).isEqualTo(Status.OPEN);
        assertThat(events.stream(EnrollmentSubmitted.class).flatMap(event -> event.letters().stream()))
                .anySatisfy(letter ->
                        assertThat(letter.to()).extracting(it -> it.id()).containsExactly(team.id()));
    }

    @Test
    void nobodyReviewsTheirOwnWhateverTheirRole() {
        var admin = people.admin("Ada " + unique());
        var reference = room.sent(admin, room.answers(admin.name(), List.of("sepsis")));
        assertThatThrownBy(() -> does(admin, () -> reviewing.approve(reference, admin.id(), null)))
                .isInstanceOf(OwnEnrollment.class);
        assertThat(room.state(reference)).isEqualTo("SUBMITTED");
    }

    @Test
    void onlyTheTeamReviews() {
        var person = people.staff("Amara " + unique());
        var reference = room.sent(person, room.answers(person.name(), List.of("sepsis")));
        var other = people.staff();
        assertThatThrownBy(() -> does(other, () -> reviewing.approve(reference, other.id(), null)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> does(other, () -> reviewing.photo(reference)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void ofTwoWhoDecideAtOnceOneDecides() throws Exception {
        for (int round = 0; round < 5; round++) {
            var person = people.staff("Amara " + unique());
            var reference = room.sent(person, room.answers(person.name(), List.of("sepsis")));
            var one = people.comms();
            var other = people.comms();
            var outcomes = together(List.of(
                    () -> does(one, () -> {
                        reviewing.approve(reference, one.id(), null);
                        return "approved";
                    }),
                    () -> does(other, () -> {
                        reviewing.decline(reference, other.id(), "No.", null);
                        return "declined";
                    })));
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome instanceof AlreadyDecided)
                    .hasSize(1);
            var outcome = outcomes.stream()
                    .filter(String.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            assertThat(room.state(reference)).isEqualToIgnoringCase(outcome.toString());
            assertThat(does(one, () -> desk.get(reference)).outcome()).isEqualTo(outcome);
        }
    }

    @Test
    void aDecisionOnAnOlderVersionIsStale() {
        var person = people.staff("Amara " + unique());
        var answers = room.answers(person.name(), List.of("sepsis"));
        var reference = room.sent(person, answers);
        var team = people.comms();
        does(team, () -> reviewing.askChanges(reference, team.id(), "More.", null));
        does(person, () -> room.enroll(person.id(), answers));
        assertThatThrownBy(() -> does(team, () -> reviewing.approve(reference, team.id(), 0L)))
                .isInstanceOf(StaleEdit.class);
    }

    @Test
    void ofManyWhoSendTheSameHandleAtOnceOneHoldsIt() throws Exception {
        var handle = handle();
        var racers = List.of(people.staff(), people.staff(), people.staff(), people.staff());
        racers.forEach(room::readPolicies);
        var outcomes = together(racers.stream()
                .map(person -> enroll(
                        person, "Racer " + unique(), "x.com/" + handle, "bsky.app/profile/" + handle + ".bsky.social"))
                .toList());
        assertThat(outcomes).filteredOn(outcome -> outcome instanceof String).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof ProfileHeld || outcome instanceof Refusal)
                .hasSize(3);
        assertThat(database.sql("select count(distinct person_id) from profile_holder where address_key = ?")
                        .param("x:" + handle)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aDraftHoldsNothing() {
        var handle = "x.com/" + handle();
        var dreamer = people.staff();
        does(dreamer, () -> enrolling.profiles(dreamer.id(), typed(handle), errors(typed(handle))));
        assertThat(room.ambassador(room.answers("Amara " + unique(), List.of("sepsis"), handle)))
                .isNotNull();
        var form = typed(handle);
        var errors = errors(form);
        var read = does(dreamer, () -> enrolling.profiles(dreamer.id(), form, errors));
        assertThat(read)
                .singleElement()
                .satisfies(one -> assertThat(one.isHeld()).isTrue());
        assertThat(errors.getFieldError("x")).isNotNull();
    }

    @Test
    void theTrueOwnerSaysSoAndItBecomesAQuestionOnce() {
        var handle = "x.com/" + handle();
        room.ambassador(room.answers("Amara " + unique(), List.of("sepsis"), handle));
        var owner = people.staff();
        var once = UUID.randomUUID().toString().substring(0, 30);
        var first = does(owner, () -> enrolling.mine(owner.id(), "x", handle, once));
        assertThat(does(owner, () -> enrolling.mine(owner.id(), "x", handle, once)))
                .isEqualTo(first);
        assertThat(does(owner, () -> desk.get(first))).satisfies(item -> {
            assertThat(item.kind()).isEqualTo("question");
            assertThat(item.title()).contains(handle);
        });
    }

    @Test
    void whoWithdrawsOrIsDeclinedNoLongerHoldsTheHandle() {
        var handle = "x.com/" + handle();
        var first = people.staff();
        var reference = room.sent(first, room.answers("First " + unique(), List.of("sepsis"), handle));
        var team = people.comms();
        does(team, () -> reviewing.decline(reference, team.id(), "Not yours.", null));
        var second = people.staff();
        var again = room.sent(second, room.answers("Second " + unique(), List.of("sepsis"), handle));
        does(second, () -> enrolling.withdraw(again));
        assertThat(room.state(again)).isEqualTo("WITHDRAWN");
        assertThat(room.ambassador(room.answers("Third " + unique(), List.of("sepsis"), handle)))
                .isNotNull();
    }

    @Test
    void aPersonHasOneOpenEnrollmentWhateverIsPressedAtOnce() throws Exception {
        var person = people.staff("Amara " + unique());
        room.readPolicies(person);
        var answers = room.answers(person.name(), List.of("sepsis"));
        Callable<Object> send =
                () -> does(person, () -> room.enroll(person.id(), answers)).toString();
        var outcomes = together(List.of(send, send, send, send));
        assertThat(outcomes).filteredOn(outcome -> outcome instanceof String).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> outcome instanceof Conflict).hasSize(3);
        assertThat(database.sql("select count(*) from enrollment where person_id = ?")
                        .param(person.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theDatabaseItselfRefusesASecondOpenEnrollment() {
        var person = people.staff("Amara " + unique());
        room.sent(person, room.answers(person.name(), List.of("sepsis")));
        assertThatThrownBy(() -> database.sql("""
                                insert into enrollment select uuidv7(), person_id, purpose, 'DRAFT', null, name, credentials,
                                    title, unit_id, photo_id, topics, languages, bio, show_photo, show_bio, show_topics,
                                    show_languages, show_title, show_credentials, visibility_said, opinions, saved_at,
                                    null, null, null, null, 0 from enrollment where person_id = ?""").param(person.id().value()).update())
                .hasMessageContaining("enrollment_one_open");
    }

    @Test
    void theSameFormSentTwiceAlsoAtOnceIsSentOnce() throws Exception {
        var person = people.staff("Amara " + unique());
        room.readPolicies(person);
        prepare(person, "x.com/" + handle());
        var once = UUID.randomUUID().toString();
        var version = does(person, () -> enrolling.draft(person.id())).version();
        Callable<Object> send = () ->
                does(person, () -> enrolling.send(person.id(), version, once)).toString();
        var outcomes = together(List.of(send, send, send));
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isEqualTo(outcomes.getFirst()));
        assertThat(outcomes.getFirst()).isInstanceOf(String.class);
        assertThat(database.sql("select count(*) from desk_item where requester_id = ?")
                        .param(person.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatWasCheckedIsWhatIsSent() {
        var person = people.staff("Amara " + unique());
        room.readPolicies(person);
        prepare(person, "x.com/" + handle());
        var seen = does(person, () -> enrolling.draft(person.id())).version();
        does(
                person,
                () -> enrolling.show(
                        person.id(), new VisibilityForm(null, null, null, null, null, null, List.of("x"))));
        assertThatThrownBy(() -> does(person, () -> enrolling.send(person.id(), seen, null)))
                .isInstanceOf(StaleEdit.class);
    }

    @Test
    void nothingIsSentBeforeThePoliciesAreRead() {
        var person = people.staff("Amara " + unique());
        prepare(person, "x.com/" + handle());
        assertThatThrownBy(() -> does(person, () -> enrolling.send(person.id(), null, null)))
                .isInstanceOf(NotComplete.class);
        assertThat(does(person, () -> enrolling.draft(person.id())).firstOpen()).isEqualTo(Step.POLICIES);
    }

    @Test
    void whoWasDeclinedBeginsWithWhatTheyEntered() {
        var person = people.staff("Amara " + unique());
        var reference = room.sent(person, room.answers(person.name(), List.of("sepsis")));
        var team = people.comms();
        does(team, () -> reviewing.decline(reference, team.id(), "Give a staff profile.", null));
        assertThat(does(person, () -> enrolling.draft(person.id()))).satisfies(draft -> {
            assertThat(draft.state()).isNull();
            assertThat(draft.particulars().title()).isEqualTo("Clinical professor");
            assertThat(draft.profiles()).hasSize(1);
        });
        assertThat(does(person, () -> own.of(person.id())).last())
                .satisfies(last -> assertThat(last.words()).isEqualTo("Give a staff profile."));
    }

    @Test
    void twoPeopleOfOneNameGetAnAddressEachAlsoAtOnce() throws Exception {
        var name = "Amara " + unique();
        var one = people.staff(name);
        var other = people.staff(name);
        var first = room.sent(one, room.answers(name, List.of("sepsis")));
        var second = room.sent(other, room.answers(name, List.of("sepsis")));
        together(List.of(
                () -> {
                    room.approve(first);
                    return "";
                },
                () -> {
                    room.approve(second);
                    return "";
                }));
        var slug = PageAddresses.of(name);
        assertThat(List.of(room.slug(one), room.slug(other))).containsExactlyInAnyOrder(slug, slug + "-2");
    }

    private Callable<Object> enroll(PersonRow person, String name, String... profiles) {
        return () -> does(person, () -> room.enroll(person.id(), room.answers(name, List.of("sepsis"), profiles)))
                .toString();
    }

    private void prepare(PersonRow person, String profile) {
        var unit = "Department of " + unique();
        room.unit(unit);
        var you = new YouForm(person.name(), null, "Professor", unit, "sepsis", "English", null, null, null);
        does(person, () -> enrolling.you(person.id(), you, errors(you)));
        var typed = typed(profile);
        does(person, () -> enrolling.profiles(person.id(), typed, errors(typed)));
        does(
                person,
                () -> enrolling.show(
                        person.id(), new VisibilityForm(true, true, true, true, true, true, List.of("x"))));
    }

    static ProfilesForm typed(String x) {
        return new ProfilesForm(x, null, null, null, null, null, null, null, null, null, null, Opinions.OWN);
    }

    static org.springframework.validation.BindingResult errors(Object form) {
        return new org.springframework.validation.DirectFieldBindingResult(form, "form");
    }

    private int entries(PersonRow person) {
        return database.sql(
                        "select count(*) from directory_entry e join ambassador a on a.id = e.ambassador_id where a.person_id = ?")
                .param(person.id().value())
                .query(Integer.class)
                .single();
    }

    private int audited(long reference, String... verbs) {
        return database.sql(
                        "select count(*) from audit_entry a join enrollment e on e.id = a.subject where e.reference = ? and a.verb = any(?)")
                .params(reference, verbs)
                .query(Integer.class)
                .single();
    }

    /** Does all of it at the same moment, and tells what came of each: its answer, or the error. */
    static List<Object> together(List<Callable<Object>> works) throws Exception {
        var start = new CyclicBarrier(works.size());
        try (var crowd = Executors.newFixedThreadPool(works.size())) {
            return crowd
                    .invokeAll(works.stream()
                            .<Callable<Object>>map(work -> () -> {
                                start.await();
                                try {
                                    return work.call();
                                } catch (Exception refused) {
                                    return refused;
                                }
                            })
                            .toList())
                    .stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
        }
    }
}
