package org.ambassadorportal.desk;

import java.time.Instant;
import java.util.List;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.organization.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Items for the tests of the desk. */
class DeskRoom {

    private final Desk desk;
    private final TeamDesk team;
    private final TransactionTemplate transaction;

    DeskRoom(Desk desk, TeamDesk team, TransactionTemplate transaction) {
        this.desk = desk;
        this.team = team;
        this.transaction = transaction;
    }

    /** A question of this person. */
    Reference question(PersonRow requester, String title, String words) {
        return item(requester, requester, Questions.KIND, title, words, null);
    }

    Reference item(
            PersonRow requester,
            PersonRow enteredBy,
            String kind,
            String title,
            @Nullable String words,
            @Nullable UnitId unit) {
        return TestPeople.does(
                enteredBy,
                () -> transaction.execute(status -> {
                    var reference = desk.nextReference();
                    desk.receive(new NewItem(reference, kind, title, requester.id(), enteredBy.id(), unit, words));
                    return reference;
                }));
    }

    ItemRow row(Reference reference, PersonRow reader) {
        return TestPeople.does(reader, () -> desk.get(reference));
    }

    List<ThreadLine> thread(Reference reference, PersonRow reader) {
        return TestPeople.does(reader, () -> team.open(reference).thread());
    }

    void reply(Reference reference, PersonRow by, String words) {
        reply(reference, by, writes(words, null, null));
    }

    /** Writes a reply and lets it go out. */
    void reply(Reference reference, PersonRow by, ComposerForm form) {
        TestPeople.does(by, () -> team.reply(reference, signed(by), form));
        repliesGoOut();
    }

    /** Lets everything go out that is on its way, as if its time had passed. */
    void repliesGoOut() {
        AsSystem.run(() -> desk.sendReplies(Instant.parse("2999-01-01T00:00:00Z")));
    }

    void note(Reference reference, PersonRow by, String words) {
        TestPeople.does(by, () -> team.note(reference, by.id(), writes(words, null, null)));
    }

    static ComposerForm writes(String words, @Nullable Long version, @Nullable String then) {
        return new ComposerForm(words, version, then, "reply", null, null, null, null);
    }

    static SignedIn signed(PersonRow person) {
        return new SignedIn(person.id(), person.name(), person.mail(), person.roles(), person.lead());
    }
}
