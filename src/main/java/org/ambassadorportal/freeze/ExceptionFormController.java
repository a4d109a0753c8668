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
import org.springframework.web.servlet.ModelAndView;

/**
 * "We want a new account": one step a page, each saved. While a freeze covers it, its page and its alternatives come
 * before the form; with no freeze for it, it becomes a question at the desk.
 */
@Controller
class ExceptionFormController {

    private static final String NEW = "/freeze/exceptions/new";

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
    String account(@CurrentPerson PersonId who, Model model) {
        var draft = drafts.of(who);
        model.addAttribute(
                "accountStepForm",
                draft.map(DraftPage::answers).orElseGet(Answers::none).account());
        model.addAttribute("draft", draft.orElse(null));
        return accountPage(model);
    }

    private String accountPage(Model model) {
        model.addAttribute("platforms", platforms());
        model.addAttribute("freeze", freezes.inForce().orElse(null));
        return "freeze/ask-account";
    }

    @PostMapping(NEW)
    ModelAndView account(@CurrentPerson PersonId who, @Valid AccountStepForm form, BindingResult errors, Model model) {
        drafts.check(form, errors);
        if (errors.hasErrors()) return Pages.again(accountPage(model));
        drafts.keep(who, form);
        return Pages.to(covered(who) ? NEW + "/freeze" : NEW + "/question");
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
    ModelAndView freeze(@CurrentPerson PersonId who) {
        var draft = drafts.of(who);
        if (draft.isEmpty() || draft.get().next().isEmpty()) return Pages.to(NEW);
        var freeze = freezes.covering(
                Objects.requireNonNull(draft.get().unit()).kind(),
                Objects.requireNonNull(draft.get().platform()));
        if (freeze.isEmpty()) return Pages.to(NEW + "/question");
        return new ModelAndView("freeze/ask-freeze")
                .addObject("draft", draft.get())
                .addObject("freeze", freeze.get());
    }

    @GetMapping(NEW + "/question")
    ModelAndView question(@CurrentPerson PersonId who, Model model) {
        var draft = drafts.of(who);
        if (draft.isEmpty() || draft.get().next().isEmpty()) return Pages.to(NEW);
        if (covered(draft.get())) return Pages.to(NEW + "/freeze");
        model.addAttribute(
                "questionStepForm",
                new QuestionStepForm(draft.get().answers().reason(), draft.get().key()));
        model.addAttribute("draft", draft.get());
        return new ModelAndView("freeze/ask-question");
    }

    @PostMapping(NEW + "/question")
    ModelAndView question(
            @CurrentPerson PersonId who, @Valid QuestionStepForm form, BindingResult errors, Model model) {
        var draft = drafts.of(who).orElse(null);
        if (errors.hasErrors()) {
            if (draft == null) return Pages.to(NEW);
            model.addAttribute("draft", draft);
            return Pages.again("freeze/ask-question");
        }
        var title = draft == null ? "" : say("freeze.question.title", draft.label());
        var facts = draft == null ? "" : facts(draft);
        return Pages.to(Desk.DONE, drafts.question(who, form, title, facts));
    }

    @GetMapping(NEW + "/case")
    ModelAndView standing(@CurrentPerson PersonId who, Model model) {
        var draft = drafts.of(who);
        if (draft.isEmpty() || draft.get().next().isEmpty()) return Pages.to(NEW);
        model.addAttribute("caseStepForm", draft.get().answers().standing());
        model.addAttribute("draft", draft.get());
        return new ModelAndView("freeze/ask-case");
    }

    @PostMapping(NEW + "/case")
    ModelAndView standing(@CurrentPerson PersonId who, @Valid CaseStepForm form, BindingResult errors, Model model) {
        drafts.check(form, errors);
        if (errors.hasErrors()) {
            model.addAttribute("draft", drafts.of(who).orElse(null));
            return Pages.again("freeze/ask-case");
        }
        drafts.keep(who, form);
        return Pages.to(NEW + next(who, "/time"));
    }

    @GetMapping(NEW + "/time")
    ModelAndView time(@CurrentPerson PersonId who, Model model) {
        var draft = drafts.of(who);
        if (draft.isEmpty() || draft.get().next().isEmpty()) return Pages.to(NEW);
        model.addAttribute("timeStepForm", draft.get().answers().time());
        model.addAttribute("draft", draft.get());
        return new ModelAndView("freeze/ask-time");
    }

    @PostMapping(NEW + "/time")
    ModelAndView time(@CurrentPerson PersonId who, @Valid TimeStepForm form, BindingResult errors, Model model) {
        drafts.check(form, errors);
        if (errors.hasErrors()) {
            model.addAttribute("draft", drafts.of(who).orElse(null));
            return Pages.again("freeze/ask-time");
        }
        drafts.keep(who, form);
        return Pages.to(NEW + next(who, "/check"));
    }

    /** Where "continue" leads: on, or back to the check page when that was reached before. */
    private String next(PersonId who, String otherwise) {
        return drafts.of(who).map(DraftPage::next).filter("/check"::equals).orElse(otherwise);
    }

    @GetMapping(NEW + "/check")
    ModelAndView check(@CurrentPerson PersonId who, Model model) {
        var draft = drafts.of(who);
        if (draft.isEmpty() || !draft.get().next().equals("/check")) {
            return Pages.to(NEW + draft.map(DraftPage::next).orElse(""));
        }
        model.addAttribute("draft", draft.get());
        model.addAttribute("sendForm", new SendForm(draft.get().key()));
        return new ModelAndView("freeze/ask-check");
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
        model.addAttribute("draft", drafts.of(who).orElse(null));
        return Pages.again("freeze/ask-check");
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
