package org.ambassadorportal.amplification;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.desk.Drafts;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which one asks to get the word out: the story, where and when, the people in it, check your answers. */
@Controller
@RequestMapping("/amplifications/new")
class AmplifyController {

    private final Amplifying amplifying;
    private final AmplificationRequests requests;
    private final Registry registry;

    AmplifyController(Amplifying amplifying, AmplificationRequests requests, Registry registry) {
        this.amplifying = amplifying;
        this.requests = requests;
        this.registry = registry;
    }

    @GetMapping
    String story(
            @CurrentPerson PersonId who,
            @RequestParam(required = false) @Nullable String again,
            @RequestParam(required = false) @Nullable String then,
            Model model) {
        var draft = draft(who, Step.STORY, then, model);
        var form = draft.story() == null ? StoryForm.empty() : draft.story();
        model.addAttribute("storyForm", form);
        if (again != null) show(amplifying.errors(form), model);
        return view(Step.STORY);
    }

    @PostMapping
    ModelAndView story(
            @CurrentPerson PersonId who,
            @Valid StoryForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String then,
            @RequestParam(required = false) @Nullable String later,
            Model model,
            RedirectAttributes flash) {
        amplifying.keep(who, draft -> draft.with(form));
        if (later != null) return saved(flash);
        requests.examine(form, errors);
        return errors.hasErrors() ? again(who, Step.STORY, then, model) : onwards(Step.STORY, then);
    }

    @GetMapping("/where")
    String where(
            @CurrentPerson PersonId who,
            @RequestParam(required = false) @Nullable String again,
            @RequestParam(required = false) @Nullable String then,
            Model model) {
        var draft = draft(who, Step.WHERE, then, model);
        var form = draft.where() == null ? WhereForm.about(requests.nameOf(who)) : draft.where();
        model.addAttribute("whereForm", form);
        if (again != null) show(amplifying.errors(draft, form), model);
        return view(Step.WHERE);
    }

    @PostMapping("/where")
    ModelAndView where(
            @CurrentPerson PersonId who,
            @Valid WhereForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String then,
            @RequestParam(required = false) @Nullable String later,
            Model model,
            RedirectAttributes flash) {
        var draft = amplifying.keep(who, kept -> kept.with(form));
        if (later != null) return saved(flash);
        requests.examine(draft.subject(), form, errors);
        return errors.hasErrors() ? again(who, Step.WHERE, then, model) : onwards(Step.WHERE, then);
    }

    /** Names for the field in which ambassadors are chosen by typing. */
    @GetMapping("/ambassadors")
    String ambassadors(@RequestParam(defaultValue = "") List<String> ambassadors, Model model) {
        model.addAttribute("names", requests.suggest(ambassadors));
        return "amplification/names :: options";
    }

    @GetMapping("/people")
    String people(
            @CurrentPerson PersonId who,
            @RequestParam(required = false) @Nullable String again,
            @RequestParam(required = false) @Nullable String then,
            Model model) {
        var draft = draft(who, Step.PEOPLE, then, model);
        var form = draft.people() == null ? PeopleForm.empty() : draft.people();
        model.addAttribute("peopleForm", form);
        if (again != null) show(amplifying.errors(form), model);
        return view(Step.PEOPLE);
    }

    @PostMapping("/people")
    ModelAndView people(
            @CurrentPerson PersonId who,
            @Valid PeopleForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String then,
            @RequestParam(required = false) @Nullable String later,
            Model model,
            RedirectAttributes flash) {
        amplifying.keep(who, draft -> draft.with(form));
        if (later != null) return saved(flash);
        requests.examine(form, errors);
        return errors.hasErrors() ? again(who, Step.PEOPLE, then, model) : onwards(Step.PEOPLE, then);
    }

    /** The answers so far, to be checked; leads back to the first page that is not answered well. */
    @GetMapping("/check")
    ModelAndView check(@CurrentPerson PersonId who, Model model) {
        var draft = amplifying.draft(who);
        model.addAttribute("sendForm", new SendForm(draft.map(Drafts.Draft::key).orElse(null), null));
        return check(who, HttpStatus.OK, model);
    }

    private ModelAndView check(PersonId who, HttpStatus status, Model model) {
        var draft = draft(who, Step.CHECK, null, model);
        var next = amplifying.next(draft);
        if (next != Step.CHECK || draft.story() == null || draft.where() == null || draft.people() == null)
            return backTo(next, draft);
        model.addAttribute("answers", amplifying.answers(draft.story(), draft.where(), draft.people()));
        model.addAttribute("revealing", amplifying.revealing(draft));
        return new ModelAndView(view(Step.CHECK), status);
    }

    @PostMapping("/check")
    ModelAndView send(@CurrentPerson PersonId who, @Valid SendForm form, BindingResult errors, Model model) {
        try {
            if (!errors.hasErrors()) return Pages.to(Desk.DONE, amplifying.send(who, form));
        } catch (Refusal refusal) {
            refusal.into(errors);
        } catch (NothingToSend incomplete) {
            return Pages.to(Step.CHECK.path());
        }
        model.addAttribute("failed", true);
        return check(who, HttpStatus.UNPROCESSABLE_CONTENT, model);
    }

    private AmplifyDraft draft(PersonId who, Step step, @Nullable String then, Model model) {
        var draft = amplifying.draft(who);
        var savedAt = draft.map(Drafts.Draft::savedAt).orElse(null);
        var answers = draft.map(Drafts.Draft::answers).orElse(AmplifyDraft.EMPTY);
        model.addAttribute("ask", new AskPage(step, answers, "check".equals(then), savedAt));
        model.addAttribute("subject", answers.subject());
        if (step == Step.WHERE) model.addAttribute("accounts", registry.published());
        return answers;
    }

    private static String view(Step step) {
        return "amplification/" + step.name().toLowerCase(Locale.ROOT);
    }

    private ModelAndView again(PersonId who, Step step, @Nullable String then, Model model) {
        draft(who, step, then, model);
        model.addAttribute("failed", true);
        return Pages.again(view(step));
    }

    private static void show(BindingResult errors, Model model) {
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + errors.getObjectName(), errors);
        model.addAttribute("failed", errors.hasErrors());
    }

    private static ModelAndView saved(RedirectAttributes flash) {
        return Pages.done(flash, "amplification.saved").at("/requests");
    }

    private static ModelAndView onwards(Step from, @Nullable String then) {
        return Pages.to("check".equals(then) ? Step.CHECK.path() : from.next().path());
    }

    /** Shows what is wrong on a page that was answered, or the page itself where it was not. */
    private static ModelAndView backTo(Step step, AmplifyDraft draft) {
        return Pages.to(step.path() + (draft.has(step) ? "?again=1&then=check" : ""));
    }
}
