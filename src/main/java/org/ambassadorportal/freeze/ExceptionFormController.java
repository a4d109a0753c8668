package org.ambassadorportal.freeze;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * "We want a new account": one step a page, each saved. While a freeze covers it, its page and its alternatives come
 * before the form; with no freeze for it, it becomes a question at the desk.
 */
@Controller
class ExceptionFormController {

    private static final String NEW = Step.FORM;
    private static final String QUESTION = NEW + "/question";

    /** As addresses and forms say that a page was opened from "check your answers". */
    private static final String CHECK = "check";

    private final ExceptionDrafts drafts;
    private final Freezes freezes;
    private final MessageSource messages;

    ExceptionFormController(ExceptionDrafts drafts, Freezes freezes, MessageSource messages) {
        this.drafts = drafts;
        this.freezes = freezes;
        this.messages = messages;
    }

    /** A choice of a select box. */
    record Choice(String value, String label) {}

    /** The one button of the last page. */
    record SendForm(@PlainText(max = 36) @Nullable String once) {}

    static List<Choice> platforms() {
        return Arrays.stream(Platform.values())
                .map(platform -> new Choice(platform.key(), platform.label()))
                .toList();
    }

    @GetMapping(NEW)
    String account(@CurrentPerson PersonId who, @RequestParam(required = false) @Nullable String back, Model model) {
        var draft = drafts.of(who);
        model.addAttribute(
                "accountStepForm",
                draft.map(DraftPage::answers).orElseGet(Answers::none).account());
        return page(Step.ACCOUNT, draft.orElse(null), back, model);
    }

    @PostMapping(NEW)
    ModelAndView account(
            @CurrentPerson PersonId who,
            @Valid AccountStepForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String later,
            @RequestParam(required = false) @Nullable String back,
            Model model,
            RedirectAttributes flash) {
        drafts.check(form, errors);
        if (stays(errors, later)) return again(Step.ACCOUNT, who, back, model);
        drafts.keep(who, form);
        if (later != null) return later(flash);
        if (!covered(who)) return Pages.to(QUESTION);
        return onward(who, back, Step.FREEZE);
    }

    private boolean covered(PersonId who) {
        return drafts.of(who).map(this::covered).orElse(false);
    }

    private boolean covered(DraftPage draft) {
        return draft.unit() != null
                && draft.platform() != null
                && freezes.covers(draft.unit().kind(), draft.platform());
    }

    @GetMapping(NEW + "/freeze")
    ModelAndView freeze(@CurrentPerson PersonId who, Model model) {
        var draft = drafts.of(who).filter(DraftPage::named);
        if (draft.isEmpty()) return Pages.to(NEW);
        var freeze = freezes.covering(
                Objects.requireNonNull(draft.get().unit()).kind(),
                Objects.requireNonNull(draft.get().platform()));
        if (freeze.isEmpty()) return Pages.to(QUESTION);
        model.addAttribute("freeze", freeze.get());
        return new ModelAndView(page(Step.FREEZE, draft.get(), null, model));
    }

    @GetMapping(QUESTION)
    ModelAndView question(@CurrentPerson PersonId who, Model model) {
        var draft = drafts.of(who).filter(DraftPage::named);
        if (draft.isEmpty()) return Pages.to(NEW);
        if (covered(draft.get())) return Pages.to(Step.FREEZE.path());
        model.addAttribute("questionStepForm", QuestionStepForm.of(draft.get()));
        model.addAttribute("draft", draft.get());
        return new ModelAndView("freeze/ask-question");
    }

    @PostMapping(QUESTION)
    ModelAndView question(
            @CurrentPerson PersonId who,
            @Valid QuestionStepForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String later,
            Model model,
            RedirectAttributes flash) {
        var draft = drafts.of(who).orElse(null);
        drafts.check(form, errors);
        if (stays(errors, later)) {
            if (draft == null) return Pages.to(NEW);
            model.addAttribute("draft", draft);
            return Pages.again("freeze/ask-question");
        }
        if (later != null) {
            drafts.keep(who, form);
            return later(flash);
        }
        var title = draft == null ? "" : say("freeze.question.title", draft.label());
        var facts = draft == null ? "" : facts(draft);
        return Pages.to(Desk.DONE, drafts.question(who, form, title, facts));
    }

    @GetMapping(NEW + "/case")
    ModelAndView standing(
            @CurrentPerson PersonId who, @RequestParam(required = false) @Nullable String back, Model model) {
        var draft = drafts.of(who).filter(DraftPage::named);
        if (draft.isEmpty()) return Pages.to(NEW);
        model.addAttribute("caseStepForm", draft.get().answers().standing());
        return new ModelAndView(page(Step.CASE, draft.get(), back, model));
    }

    @PostMapping(NEW + "/case")
    ModelAndView standing(
            @CurrentPerson PersonId who,
            @Valid CaseStepForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String later,
            @RequestParam(required = false) @Nullable String back,
            Model model,
            RedirectAttributes flash) {
        drafts.check(form, errors);
        if (stays(errors, later)) return again(Step.CASE, who, back, model);
        drafts.keep(who, form);
        return later != null ? later(flash) : onward(who, back, Step.TIME);
    }

    @GetMapping(NEW + "/time")
    ModelAndView time(@CurrentPerson PersonId who, @RequestParam(required = false) @Nullable String back, Model model) {
        var draft = drafts.of(who).filter(DraftPage::named);
        if (draft.isEmpty()) return Pages.to(NEW);
        model.addAttribute("timeStepForm", draft.get().answers().time());
        return new ModelAndView(page(Step.TIME, draft.get(), back, model));
    }

    @PostMapping(NEW + "/time")
    ModelAndView time(
            @CurrentPerson PersonId who,
            @Valid TimeStepForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String later,
            @RequestParam(required = false) @Nullable String back,
            Model model,
            RedirectAttributes flash) {
        drafts.check(form, errors);
        if (stays(errors, later)) return again(Step.TIME, who, back, model);
        drafts.keep(who, form);
        return later != null ? later(flash) : onward(who, back, Step.CHECK);
    }

    @GetMapping(NEW + "/check")
    ModelAndView check(@CurrentPerson PersonId who, Model model) {
        var draft = drafts.of(who).orElse(null);
        var next = draft == null ? Step.ACCOUNT : draft.next();
        if (draft == null || next != Step.CHECK) return Pages.to(next.path());
        model.addAttribute("sendForm", new SendForm(draft.key()));
        return new ModelAndView(page(Step.CHECK, draft, null, model));
    }

    @PostMapping(NEW + "/check")
    ModelAndView send(@CurrentPerson PersonId who, @Valid SendForm form, BindingResult errors, Model model) {
        if (!errors.hasErrors()) {
            try {
                return Pages.to(Desk.DONE, drafts.send(who, form.once()));
            } catch (Refusal refusal) {
                // The field stands on another page, so the words go on top and the way there beside them.
                errors.reject(refusal.key(), refusal.getArguments(), refusal.key());
            }
        }
        return again(Step.CHECK, who, null, model);
    }

    /** Whether the page is shown again: something is wrong, or missing where it was not put away for later. */
    private static boolean stays(BindingResult errors, @Nullable String later) {
        return errors.hasErrors() && (later == null || !Pages.onlyMissing(errors));
    }

    private static ModelAndView later(RedirectAttributes flash) {
        return Pages.done(flash, "freeze.ask.kept").at("/requests");
    }

    /** On to the next page, or back to "check your answers" where the page was opened from there. */
    private ModelAndView onward(PersonId who, @Nullable String back, Step next) {
        boolean whole =
                drafts.of(who).map(DraftPage::next).filter(Step.CHECK::equals).isPresent();
        return Pages.to((whole && CHECK.equals(back) ? Step.CHECK : next).path());
    }

    private ModelAndView again(Step step, PersonId who, @Nullable String back, Model model) {
        return Pages.again(page(step, drafts.of(who).orElse(null), back, model));
    }

    private String page(Step step, @Nullable DraftPage draft, @Nullable String back, Model model) {
        model.addAttribute("ask", new AskPage(step, draft, CHECK.equals(back)));
        model.addAttribute("draft", draft);
        model.addAttribute("back", back);
        if (step == Step.ACCOUNT) {
            model.addAttribute("platforms", platforms());
            model.addAttribute("freeze", freezes.inForce().orElse(null));
        }
        return "freeze/ask-" + step.name().toLowerCase(Locale.ROOT);
    }

    private String facts(DraftPage draft) {
        var handle = draft.answers().handle();
        return say(
                "freeze.question.facts",
                draft.label(),
                draft.answers().unit(),
                handle == null || handle.isBlank() ? "–" : handle);
    }

    private String say(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }
}
