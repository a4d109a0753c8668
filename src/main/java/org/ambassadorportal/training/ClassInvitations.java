package org.ambassadorportal.training;

import java.util.List;
import java.util.Objects;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The calendar files of classes, to be downloaded. */
@Service
@Transactional(readOnly = true)
class ClassInvitations {

    private final TrainingClasses classes;
    private final ClassEntries entries;
    private final People people;

    ClassInvitations(TrainingClasses classes, ClassEntries entries, People people) {
        this.classes = classes;
        this.entries = entries;
        this.people = people;
    }

    /**
     * The file of a class for whoever has a seat in it.
     *
     * @throws NotFound for everybody else, and when it is canceled
     */
    @ForSignedIn
    String file(ClassId id, PersonId who) {
        var training = classes.findById(id).orElseThrow(NotFound::new);
        boolean comes = training.standingOf(who) == Standing.SEATED && training.cancelReason() == null;
        if (!comes) throw new NotFound();
        var host = training.plan().host();
        var named = people.named(List.of(who, host));
        return entries.file(training, Objects.requireNonNull(named.get(who)), Objects.requireNonNull(named.get(host)));
    }
}
