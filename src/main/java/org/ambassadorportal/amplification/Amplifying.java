package org.ambassadorportal.amplification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ambassadorportal.desk.Drafts;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.Submissions;
import org.ambassadorportal.organization.When;
import org.ambassadorportal.registry.AccountChoice;
import org.ambassadorportal.registry.Registry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.SmartValidator;

/** The way from the first question to a request that was sent: keeps each page, checks them all, sends once. */
@Service
@Transactional
class Amplifying {

    private static final String FORM = AmplificationRequests.KIND;

    private final Drafts drafts;
    private final AmplificationRequests requests;
    private final Submissions submissions;
    private final Registry registry;
    private final SmartValidator validator;
    private final Choices choices;
    private final When when;

    Amplifying(
            Drafts drafts,
            AmplificationRequests requests,
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
    Optional<Drafts.Draft<AmplifyDraft>> draft(PersonId who) {
        return drafts.find(who, FORM, AmplifyDraft.class);
    }

    /** Keeps a page as it was typed. */
    @ForSignedIn
    AmplifyDraft keep(PersonId who, UnaryOperator<AmplifyDraft> page) {
        var draft = page.apply(present(who));
        drafts.keep(who, FORM, draft);
        return draft;
    }

    private AmplifyDraft present(PersonId who) {
        return draft(who).map(Drafts.Draft::answers).orElse(AmplifyDraft.EMPTY);
    }

    /** Everything that is wrong with the first page as it was kept. */
    @ForSignedIn
    @Transactional(readOnly = true)
    BindingResult errors(StoryForm form) {
        var errors = new BeanPropertyBindingResult(form, "storyForm");
        validator.validate(form, errors);
        requests.examine(form, errors);
        return errors;
    }

    /** Everything that is wrong with the second page as it was kept. */
    @ForSignedIn
    @Transactional(readOnly = true)
    BindingResult errors(AmplifyDraft draft, WhereForm form) {
        var errors = new BeanPropertyBindingResult(form, "whereForm");
        validator.validate(form, errors);
        requests.examine(draft.subject(), form, errors);
        return errors;
    }

    /** Everything that is wrong with the third page as it was kept. */
    @ForSignedIn
    @Transactional(readOnly = true)
    BindingResult errors(PeopleForm form) {
        var errors = new BeanPropertyBindingResult(form, "peopleForm");
        validator.validate(form, errors);
        requests.examine(form, errors);
        return errors;
    }

    /** The first page that is not answered well; the last page when all are. */
    @ForSignedIn
    @Transactional(readOnly = true)
    Step next(AmplifyDraft draft) {
        if (draft.story() == null || errors(draft.story()).hasErrors()) return Step.STORY;
        if (draft.where() == null || errors(draft, draft.where()).hasErrors()) return Step.WHERE;
        if (draft.people() == null || errors(draft.people()).hasErrors()) return Step.PEOPLE;
        return Step.CHECK;
    }

    /** What of the text looks as if it gave away who a person is. */
    @ForSignedIn
    @Transactional(readOnly = true)
    List<Revealing> revealing(AmplifyDraft draft) {
        return requests.revealing(draft);
    }

    /**
     * Sends the draft; sent twice, it becomes one request.
     *
     * @throws NothingToSend where there is no draft, or none that can be sent
     * @throws Refusal at "looked" where something looks revealing and was not looked at again
     */
    @ForSignedIn
    Reference send(PersonId who, SendForm form) {
        var sent = submissions.once(form.once(), () -> {
            var draft = present(who);
            var story = draft.story();
            var where = draft.where();
            var people = draft.people();
            if (story == null || where == null || people == null || next(draft) != Step.CHECK)
                throw new NothingToSend();
            var found = requests.revealing(draft);
            if (!found.isEmpty() && !Boolean.TRUE.equals(form.looked()))
                throw new Refusal("looked", "amplification.looked.missing");
            var warned = found.stream().map(Revealing::kind).collect(Collectors.toSet());
            var reference = requests.ask(who, story, where, people, warned);
            drafts.forget(who, FORM);
            return reference.toString();
        });
        return Reference.of(sent);
    }

    /** The answers in words, as they would be sent. */
    @ForSignedIn
    @Transactional(readOnly = true)
    List<Answer> answers(StoryForm story, WhereForm where, PeopleForm people) {
        var rows = new ArrayList<Answer>();
        add(
                rows,
                Step.STORY,
                "subject",
                story.subject() == null ? "" : choices.say("amplification.subject." + story.subject()));
        add(rows, Step.STORY, "title", story.title());
        add(rows, Step.STORY, "link", story.link());
        add(rows, Step.STORY, "text", story.text());
        if (story.whom().equals("colleague")) add(rows, Step.STORY, "colleague", story.colleague());
        add(rows, Step.WHERE, "day", day(where));
        add(rows, Step.WHERE, "accounts", accounts(where));
        add(rows, Step.WHERE, "help", help(where));
        if (where.help().contains(Help.REPOST)) add(rows, Step.WHERE, "repost", where.repost());
        add(rows, Step.WHERE, "ambassadors", String.join("\n", where.ambassadors()));
        add(
                rows,
                Step.PEOPLE,
                "pictures",
                people.pictures() == null ? "" : choices.say("amplification.pictures." + people.pictures()));
        add(rows, Step.PEOPLE, "patients", choices.say("amplification.patients.said." + people.patients()));
        return rows;
    }

    private static void add(List<Answer> rows, Step step, String field, String text) {
        rows.add(
                new Answer("amplification.said." + field, text.lines().toList(), step.path() + "?then=check#" + field));
    }

    private String day(WhereForm where) {
        var day = when.longDay(where.day());
        return where.time() == null ? day : choices.say("amplification.day-at", day, when.time(where.time()));
    }

    private String accounts(WhereForm where) {
        if (where.accounts().isEmpty()) return choices.say("amplification.accounts.yours");
        return registry.published().stream()
                .filter(account -> where.accounts().contains(account.value()))
                .map(AccountChoice::label)
                .collect(Collectors.joining("\n"));
    }

    private String help(WhereForm where) {
        var lines = where.help().stream()
                .map(help -> choices.say("amplification.help." + help))
                .collect(Collectors.joining("\n"));
        return where.otherHelp().isEmpty() ? lines : lines + "\n" + where.otherHelp();
    }
}
