package org.ambassadorportal.training;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.kernel.Submissions;
import org.ambassadorportal.offering.Offered;
import org.ambassadorportal.offering.OfferingId;
import org.ambassadorportal.offering.OfferingKind;
import org.ambassadorportal.offering.Offerings;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the team does with its classes: announces, changes, cancels them, and notes who came. */
@Service
@Transactional
class Classes {

    private final TrainingClasses classes;
    private final ClassTime time;
    private final Offerings offerings;
    private final People people;
    private final Submissions submissions;
    private final ClassLetters letters;
    private final ApplicationEventPublisher events;
    private final TrainingSettings settings;
    private final When when;
    private final Clock clock;

    Classes(
            TrainingClasses classes,
            ClassTime time,
            Offerings offerings,
            People people,
            Submissions submissions,
            ClassLetters letters,
            ApplicationEventPublisher events,
            TrainingSettings settings,
            When when,
            Clock clock) {
        this.classes = classes;
        this.time = time;
        this.offerings = offerings;
        this.people = people;
        this.submissions = submissions;
        this.letters = letters;
        this.events = events;
        this.settings = settings;
        this.when = when;
        this.clock = clock;
    }

    /** Training that can be announced. */
    @ForComms
    @Transactional(readOnly = true)
    List<Offered> offered() {
        return offerings.active(OfferingKind.TRAINING);
    }

    /** Who may host a class. */
    @ForComms
    @Transactional(readOnly = true)
    List<PersonRow> hosts() {
        return people.commsTeam();
    }

    /**
     * Announces a class; the form sent twice announces one.
     *
     * @throws Refusal at the field that is wrong, such as {@link HostNotFree}
     */
    @ForComms
    ClassId announce(ClassForm form) {
        return ClassId.of(submissions.once(form.once(), () -> {
            var offered = offering(form);
            var training = new TrainingClass(offered.id(), form.plan(when.zone()), form.seated(), clock.instant());
            time.take(training, offered, form.knowinglyOutside());
            classes.saveAndFlush(training);
            tell(training, List.of(new Told(training.plan().host(), Told.Occasion.HOSTS)));
            return training.id().toString();
        }));
    }

    /**
     * Changes a class; everybody with a seat or on the list hears of what matters to them.
     *
     * @throws StaleEdit when somebody else changed it since the form was opened
     * @throws Refusal at the field that is wrong
     */
    @ForComms
    void change(ClassId id, ClassForm form) {
        act(id, training -> {
            var before = training.plan();
            var told = training.change(
                    form.version(), form.plan(when.zone()), form.seated(), settings.offerLasts(), clock.instant());
            boolean another = training.plan().takesAnotherTime(before);
            boolean renamed = !training.plan().title().equals(before.title());
            if (another) time.take(training, offerings.get(training.offering()), form.knowinglyOutside());
            else if (renamed) time.rename(training);
            return told;
        });
    }

    /**
     * Gives a class more seats or fewer; more go to those who wait.
     *
     * @throws Refusal at "seats" when more people have one already
     */
    @ForComms
    void resize(ClassId id, int seats) {
        act(id, training -> training.resize(seats, settings.offerLasts(), clock.instant()));
    }

    /** Cancels a class for all; the host's time is free again at once. */
    @ForComms
    void cancel(ClassId id, String reason) {
        act(id, training -> training.cancel(reason, clock.instant()));
        time.giveBack(id);
    }

    /** Notes who came. */
    @ForComms
    void note(ClassId id, Set<PersonId> came) {
        act(id, training -> {
            training.note(came, clock.instant());
            return List.of();
        });
    }

    /** Who of the team is free at the time of this form, besides the class itself. */
    @ForComms
    @Transactional(readOnly = true)
    List<String> freeThen(OfferingId offering, ClassForm form, @Nullable ClassId id) {
        return time.freeThen(offerings.get(offering), form.plan(when.zone()), id);
    }

    private Offered offering(ClassForm form) {
        if (form.offering() == null) throw new Refusal("offering", "training.form.offering.missing");
        return offered().stream()
                .filter(each -> each.id().equals(form.offering()))
                .findFirst()
                .orElseThrow(() -> new Refusal("offering", "training.form.offering.closed"));
    }

    private void act(ClassId id, Function<TrainingClass, List<Told>> verb) {
        var training = classes.held(id).orElseThrow(NotFound::new);
        var told = verb.apply(training);
        classes.saveAndFlush(training);
        tell(training, told);
    }

    private void tell(TrainingClass training, List<Told> told) {
        events.publishEvent(letters.about(training, told));
    }
}
