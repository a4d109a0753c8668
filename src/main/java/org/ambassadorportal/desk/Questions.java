package org.ambassadorportal.desk;

import java.util.List;
import java.util.Map;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Submissions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk's own kind: a question, all of which is said in its conversation. */
@Service
class Questions {

    static final String KIND = "question";
    static final String ANSWERED = "answered";
    static final String NOT_FOR_US = "not-for-us";
    static final List<String> OUTCOMES = List.of(ANSWERED, NOT_FOR_US);

    private final Desk desk;
    private final Submissions submissions;

    Questions(Desk desk, Submissions submissions) {
        this.desk = desk;
        this.submissions = submissions;
    }

    /** Asks it, for oneself or for a colleague. */
    @ForSignedIn
    @Transactional
    Reference ask(PersonId who, QuestionForm form) {
        return Reference.of(submissions.once(form.once(), () -> {
            var requester = desk.requester(who, form.whom(), form.colleague());
            return desk.ask(requester, who, String.valueOf(form.title()), String.valueOf(form.words()), null)
                    .toString();
        }));
    }

    /** How the desk shows it. */
    @org.springframework.stereotype.Component
    static class Question implements Kind {

        @Override
        public String key() {
            return KIND;
        }

        @Override
        public String icon() {
            return "bi-question-circle";
        }

        @Override
        public String part() {
            return "desk/question-part";
        }

        @Override
        public String requestPart() {
            return "desk/question-part";
        }

        @Override
        public Map<String, Object> model(Reference reference, PersonId viewer) {
            return Map.of();
        }

        @Override
        public void withdraw(Reference reference, PersonId by) {
            // Nothing of it lives outside the desk.
        }

        @Override
        public boolean settledByDesk() {
            return true;
        }

        @Override
        public String askPath() {
            return "/requests/new/question";
        }
    }
}
