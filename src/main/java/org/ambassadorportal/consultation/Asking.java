package org.ambassadorportal.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ambassadorportal.desk.Drafts;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Submissions;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.offering.Offered;
import org.ambassadorportal.organization.When;
import org.ambassadorportal.registry.AccountChoice;
import org.ambassadorportal.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.SmartValidator;

/** The way from the first question to a request that was sent: keeps each page, checks them all, sends once. */
@Service
@Transactional
class Asking {

    private final Drafts drafts;
    private final ConsultationRequests requests;
    private final Submissions submissions;
    private final Registry registry;
    private final SmartValidator validator;
    private final Choices choices;
    private final When when;

    Asking(
            Drafts drafts,
            ConsultationRequests requests,
            Submissions submissions,
            Registry registry,
            SmartValidator validator,
            Choices choices,
            When when) {
        this.drafts = drafts;
        this.requests = requests;
        this.submissions = submissions;
        this.registry = registry;
        this.validator = validator;
        this.choices = choices;
        this.when = when;
    }

    @ForSignedIn
    @Transactional(readOnly = true)
    Optional<Drafts.Draft<AskDraft>> draft(PersonId who, RequestKind offering) {
        return drafts.find(who, offering.key(), AskDraft.class);
    }

    /** Keeps the first page as it was typed. */
    @ForSignedIn
    void keep(PersonId who, RequestKind offering, AboutForm form) {
        drafts.keep(who, offering.key(), present(who, offering).with(form));
    }

    /** Keeps the second page as it was typed. */
    @ForSignedIn
    void keep(PersonId who, RequestKind offering, WhenForm form) {
        drafts.keep(who, offering.key(), present(who, offering).with(form));
    }

    private AskDraft present(PersonId who, RequestKind offering) {
        return draft(who, offering).map(Drafts.Draft::answers).orElse(AskDraft.EMPTY);
    }

    /** What is on offer of a kind. */
    @ForSignedIn
    @Transactional(readOnly = true)
    List<Offered> offers(RequestKind offering) {
        return requests.offers(offering);
    }

    /** What is wrong with the first page, beyond what its annotations say. */
    @ForSignedIn
    @Transactional(readOnly = true)
    void examine(RequestKind offering, AboutForm form, BindingResult errors) {
        requests.examine(offering, form, errors);
    }

    /** What is wrong with the second page, beyond what its annotations say. */
    @ForSignedIn
    @Transactional(readOnly = true)
    void examine(RequestKind offering, WhenForm form, BindingResult errors) {
        requests.examine(offering, form, errors);
    }

    /** Everything that is wrong with the first page as it was kept. */
    @ForSignedIn
    @Transactional(readOnly = true)
    BindingResult errors(RequestKind offering, AboutForm form) {
        var errors = new BeanPropertyBindingResult(form, "aboutForm");
        validator.validate(form, errors);
        requests.examine(offering, form, errors);
        return errors;
    }

    /** Everything that is wrong with the second page as it was kept. */
    @ForSignedIn
    @Transactional(readOnly = true)
    BindingResult errors(RequestKind offering, WhenForm form) {
        var errors = new BeanPropertyBindingResult(form, "whenForm");
        validator.validate(form, errors);
        requests.examine(offering, form, errors);
        return errors;
    }

    /** The first page that is not answered well; the last page when all are. */
    @ForSignedIn
    @Transactional(readOnly = true)
    Step next(RequestKind offering, AskDraft draft) {
        if (draft.about() == null || errors(offering, draft.about()).hasErrors()) return Step.ABOUT;
        if (draft.when() == null || errors(offering, draft.when()).hasErrors()) return Step.WHEN;
        return Step.CHECK;
    }

    /**
     * Sends the draft; sent twice, it becomes one request.
     *
     * @param key of the draft, as the page carried it
     * @throws NothingToSend where there is no draft, or none that can be sent
     */
    @ForSignedIn
    Reference send(PersonId who, RequestKind offering, @Nullable String key) {
        var sent = submissions.once(key, () -> {
            var answers = present(who, offering);
            var about = answers.about();
            var times = answers.when();
            if (about == null || times == null || next(offering, answers) != Step.CHECK) throw new NothingToSend();
            var reference = requests.ask(who, offering, about, times);
            drafts.forget(who, offering.key());
            return reference.toString();
        });
        return Reference.of(sent);
    }

    /** The answers in words, as they would be sent. */
    @ForSignedIn
    @Transactional(readOnly = true)
    List<Answer> answers(RequestKind offering, AboutForm about, WhenForm form) {
        var here = new Answers(offering, Step.ABOUT);
        if (offering == RequestKind.CONSULTATION) here.add("scope", choices.say("consultation.scope." + about.scope()));
        else if (offering == RequestKind.TALK) here.add("meeting", about.meeting());
        if (offering != RequestKind.CONSULTATION || about.forDepartment()) here.add("unit", about.unitFor(offering));
        here.add("topic", about.topic());
        here.add("words", about.words());
        if (offering != RequestKind.CONSULTATION) {
            here.add("audience", about.audience());
            here.add("people", about.people() == null ? "" : about.people().toString());
        }
        if (offering == RequestKind.TALK) here.add("equipment", about.equipment());
        if (offering == RequestKind.CONSULTATION) here.add("links", about.links());
        here.add("accounts", accounts(about));
        if (about.whom().equals("colleague")) here.add("colleague", about.colleague());
        here.turnTo(Step.WHEN);
        var offers = requests.offers(offering);
        if (offers.size() > 1)
            here.add("offering", form.among(offers).map(Offered::name).orElse(""));
        here.add("format", form.format() == null ? "" : choices.format(form.format()));
        if (form.format() == Format.PHONE) here.add("phone", form.phone());
        else if (form.format() == Format.IN_PERSON || !form.place().isEmpty()) here.add("place", form.place());
        form.among(offers).ifPresent(offered -> here.addReplies(offered, form));
        here.add("minutes", form.minutes() == null ? "" : choices.say("consultation.length", form.minutes()));
        here.add("day1", form.wishes().stream().map(this::wish).collect(Collectors.joining("\n")));
        return here.rows;
    }

    private String wish(Wish wish) {
        var day = when.longDay(wish.day());
        return wish.time() == null ? day : choices.say("consultation.day-at", day, when.time(wish.time()));
    }

    private String accounts(AboutForm about) {
        if (about.accounts().isEmpty()) return "";
        return registry.published().stream()
                .filter(account -> about.accounts().contains(account.value()))
                .map(AccountChoice::label)
                .collect(Collectors.joining("\n"));
    }

    /** Rows as they are written one below the other. */
    private static final class Answers {

        private final List<Answer> rows = new ArrayList<>();
        private final RequestKind offering;
        private Step step;

        Answers(RequestKind offering, Step step) {
            this.offering = offering;
            this.step = step;
        }

        void turnTo(Step next) {
            step = next;
        }

        void addReplies(Offered offered, WhenForm form) {
            if (offered.questions().isEmpty()) return;
            add(
                    "replies",
                    form.replied(offered).stream()
                            .map(reply -> reply.question() + ": " + reply.answer())
                            .collect(Collectors.joining("\n")));
        }

        void add(String field, String text) {
            var lines = text.lines().toList();
            rows.add(new Answer("consultation.said." + field, lines, step.path(offering) + "?then=check#" + field));
        }
    }
}
