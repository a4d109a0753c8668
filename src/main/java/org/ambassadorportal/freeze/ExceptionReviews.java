package org.ambassadorportal.freeze;

import java.time.Clock;
import java.util.List;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.desk.Voice;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the comms team does with an exception, or with an extension of one: recommend it, not recommend it, or ask. */
@Service
@Transactional
public class ExceptionReviews {

    private final ExceptionCases cases;
    private final Desk desk;
    private final People people;
    private final Clock clock;

    ExceptionReviews(ExceptionCases cases, Desk desk, People people, Clock clock) {
        this.cases = cases;
        this.desk = desk;
        this.people = people;
        this.clock = clock;
    }

    /** Speaks for it; whoever does cannot decide it as well. */
    @ForComms
    public void recommend(Reference item, PersonId by, @Nullable String words) {
        review(item, by, Verdict.RECOMMENDED, words, "freeze.event.recommended");
    }

    /** Speaks against it; whoever does cannot decide it as well. */
    @ForComms
    public void notRecommend(Reference item, PersonId by, String words) {
        review(item, by, Verdict.NOT_RECOMMENDED, words, "freeze.event.not-recommended");
    }

    /** Asks the requester, by mail too; the item waits for the answer. */
    @ForComms
    public void query(Reference item, PersonId by, String question) {
        var exception = held(item);
        var requester = people.addressee(desk.get(item).requester());
        exception.query(item, question, clock.instant(), List.of(requester));
        cases.saveAndFlush(exception);
        desk.say(item, by, Voice.REPLY, question);
        desk.awaitRequester(item, by);
    }

    private void review(Reference item, PersonId by, Verdict verdict, @Nullable String words, String event) {
        var exception = held(item);
        var note = words == null || words.isBlank() ? null : words.strip();
        if (exception.isExtension(item)) exception.recommendExtension(item, by, verdict, note, clock.instant());
        else exception.recommend(by, verdict, note, clock.instant());
        cases.saveAndFlush(exception);
        desk.say(item, by, Voice.EVENT, event);
        desk.resume(item, by);
    }

    private ExceptionCase held(Reference item) {
        return cases.held(item.number()).orElseThrow(NotFound::new);
    }
}
