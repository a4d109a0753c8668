package org.ambassadorportal.consultation;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Locale;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.desk.Drafts;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which one asks for a training or a talk: what about, when, check your answers. */
@Controller
@RequestMapping("/consultations/new/{offering}")
class AskController {

    private final Asking asking;
    private final Registry registry;
    private final Choices choices;

    AskController(Asking asking, Registry registry, Choices choices) {
        this.asking = asking;
        this.registry = registry;
        this.choices = choices;
    }

    /**
     * The first page.
     *
     * @param scope "self" or "department"; the chooser asks it already
     * @param topic "start" where somebody wants to begin with a profile
     * @param again shown because something on it is wrong
     */
    @GetMapping
    String about(
            @CurrentPerson PersonId who,
            @PathVariable String offering,
            @RequestParam(name = "for", required = false) @Nullable String scope,
            @RequestParam(name = "about", required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String again,
            @RequestParam(required = false) @Nullable String then,
            Model model) {
        var asked = offering(offering);
        var draft = asking.draft(who, asked);
        var kept = draft.map(Drafts.Draft::answers).map(AskDraft::about).orElse(AboutForm.empty());
        var form = kept.begun(scope, "start".equals(topic) ? choices.say("consultation.topic.start") : null);
        if (again != null) errors(model, asking.errors(asked, form));
        model.addAttribute("aboutForm", form);
        return page(
                model, asked, Step.ABOUT, then, draft.map(Drafts.Draft::savedAt).orElse(null));
    }

    @PostMapping
    ModelAndView about(
            @CurrentPerson PersonId who,
            @PathVariable String offering,
            @Valid AboutForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String then,
            @RequestParam(required = false) @Nullable String later,
            Model model,
            RedirectAttributes flash) {
        var asked = offering(offering);
        asking.keep(who, asked, form);
        if (later != null) return Pages.done(flash, "consultation.saved").at("/requests");
        asking.examine(asked, form, errors);
        if (errors.hasErrors()) return again(page(model, asked, Step.ABOUT, then, null), model);
        return Pages.to(onwards(Step.WHEN, then).path(asked));
    }

    /** The second page. */
    @GetMapping("/when")
    String when(
            @CurrentPerson PersonId who,
            @PathVariable String offering,
            @RequestParam(required = false) @Nullable String again,
            @RequestParam(required = false) @Nullable String then,
            Model model) {
        var asked = offering(offering);
        var draft = asking.draft(who, asked);
        var form = draft.map(Drafts.Draft::answers).map(AskDraft::when).orElse(WhenForm.empty());
        if (again != null) errors(model, asking.errors(asked, form));
        model.addAttribute("whenForm", form);
        return page(
                model, asked, Step.WHEN, then, draft.map(Drafts.Draft::savedAt).orElse(null));
    }

    @PostMapping("/when")
    ModelAndView when(
            @CurrentPerson PersonId who,
            @PathVariable String offering,
            @Valid WhenForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String then,
            @RequestParam(required = false) @Nullable String later,
            Model model,
            RedirectAttributes flash) {
        var asked = offering(offering);
        asking.keep(who, asked, form);
        if (later != null) return Pages.done(flash, "consultation.saved").at("/requests");
        asking.examine(asked, form, errors);
        if (errors.hasErrors()) return again(page(model, asked, Step.WHEN, then, null), model);
        return Pages.to(Step.CHECK.path(asked));
    }

    /** The answers so far, to be checked; leads back to the first page that is not answered well. */
    @GetMapping("/check")
    ModelAndView check(@CurrentPerson PersonId who, @PathVariable String offering, Model model) {
        var asked = offering(offering);
        var draft = asking.draft(who, asked);
        var answers = draft.map(Drafts.Draft::answers).orElse(AskDraft.EMPTY);
        var next = asking.next(asked, answers);
        if (draft.isEmpty() || answers.about() == null || answers.when() == null || next != Step.CHECK)
            return backTo(next, asked, answers);
        model.addAttribute("answers", asking.answers(asked, answers.about(), answers.when()));
        model.addAttribute("once", draft.get().key());
        return new ModelAndView(page(model, asked, Step.CHECK, null, draft.get().savedAt()));
    }

    @PostMapping("/check")
    ModelAndView send(
            @CurrentPerson PersonId who,
            @PathVariable String offering,
            @RequestParam(required = false) @Nullable String once) {
        var asked = offering(offering);
        try {
            return Pages.to(Desk.DONE, asking.send(who, asked, once));
        } catch (NothingToSend incomplete) {
            return Pages.to(Step.CHECK.path(asked));
        }
    }

    private static Step onwards(Step next, @Nullable String then) {
        return "check".equals(then) ? Step.CHECK : next;
    }

    /** Shows what is wrong on a page that was answered, or the page itself where it was not. */
    private static ModelAndView backTo(Step step, RequestKind offering, AskDraft answers) {
        boolean answered = step == Step.ABOUT ? answers.about() != null : answers.when() != null;
        return Pages.to(step.path(offering) + (answered ? "?again=1&then=check" : ""));
    }

    private static ModelAndView again(String view, Model model) {
        model.addAttribute("failed", true);
        return Pages.again(view);
    }

    private static void errors(Model model, BindingResult errors) {
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + errors.getObjectName(), errors);
        model.addAttribute("failed", errors.hasErrors());
    }

    private String page(
            Model model, RequestKind offering, Step step, @Nullable String then, @Nullable Instant savedAt) {
        model.addAttribute("ask", new AskPage(offering, step, "check".equals(then), savedAt));
        if (step == Step.WHEN) {
            var offers = asking.offers(offering);
            model.addAttribute("offers", offers);
            // Where there are several, its questions are asked once it is known which is meant.
            if (model.getAttribute("whenForm") instanceof WhenForm form)
                form.among(offers).ifPresent(chosen -> model.addAttribute("chosen", chosen));
        }
        if (step == Step.ABOUT) model.addAttribute("accounts", registry.published());
        return "consultation/" + step.name().toLowerCase(Locale.ROOT);
    }

    private static RequestKind offering(String key) {
        var asked = RequestKind.at(key);
        if (asked == RequestKind.CONSULTATION) throw new NotFound();
        return asked;
    }
}
