package org.ambassadorportal.ambassador;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.organization.Organization;
import org.ambassadorportal.policy.Policies;
import org.ambassadorportal.policy.PolicyVersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Becoming an ambassador, and changing what is reviewed on one's page: one step a page, each stored when it is sent. */
@Controller
@RequestMapping("/enroll")
class EnrollPages {

    private final Enrolling enrolling;
    private final Policies policies;
    private final Organization organization;
    private final MessageSource messages;

    EnrollPages(Enrolling enrolling, Policies policies, Organization organization, MessageSource messages) {
        this.enrolling = enrolling;
        this.policies = policies;
        this.organization = organization;
        this.messages = messages;
    }

    /** Sent from the last step: the version that was checked, and the form's own key. */
    record SendForm(
            @Nullable Long version,
            @PlainText(max = 36) @Nullable String once) {}

    @GetMapping
    ModelAndView start(@CurrentPerson @Nullable PersonId who, Model model) {
        model.addAttribute("organization", organization.facts());
        model.addAttribute("signedIn", who != null);
        if (who == null) return new ModelAndView("ambassador/start");
        var draft = enrolling.draft(who);
        if (draft.state() == EnrollmentState.SUBMITTED) return Pages.to("/me");
        if (draft.state() != null) return Pages.to(draft.wayOn());
        if (draft.purpose() == Purpose.CHANGE) return Pages.to(Step.YOU.path());
        return new ModelAndView("ambassador/start");
    }

    /**
     * One step.
     *
     * @param back "check", where the step was opened to change one answer
     */
    @GetMapping("/{key}")
    ModelAndView step(
            @CurrentPerson PersonId who,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String back,
            Model model) {
        var step = Step.of(key);
        var draft = enrolling.draft(who);
        var elsewhere = draft.insteadOf(step);
        if (elsewhere.isPresent()) return Pages.to(elsewhere.get());
        model.addAttribute("back", back);
        fill(step, who, draft, model);
        return new ModelAndView(view(step));
    }

    @PostMapping("/you")
    ModelAndView you(
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("form") YouForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String later,
            @RequestParam(required = false) @Nullable String back,
            Model model,
            RedirectAttributes flash) {
        enrolling.you(who, form, errors);
        if (later != null && Pages.onlyMissing(errors)) return later(flash);
        return errors.hasErrors() ? again(Step.YOU, who, model, back) : onward(Step.YOU, who, back);
    }

    @PostMapping("/profiles")
    ModelAndView profiles(
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("form") ProfilesForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String later,
            @RequestParam(required = false) @Nullable String none,
            @RequestParam(required = false) @Nullable String back,
            Model model,
            RedirectAttributes flash) {
        var read = enrolling.profiles(who, form, errors);
        if (none != null) return Pages.done(flash, "enroll.none.kept").at("/consultations/new?for=self&about=start");
        if (later != null && ProfilesForm.storable(errors)) return later(flash);
        model.addAttribute("read", read);
        return errors.hasErrors() ? again(Step.PROFILES, who, model, back) : onward(Step.PROFILES, who, back);
    }

    /** What is read from one field, while it is filled in. */
    @GetMapping("/profiles/read")
    String read(@CurrentPerson PersonId who, @RequestParam String slot, WebRequest request, Model model) {
        var typed = Objects.requireNonNullElse(request.getParameter(slot), "");
        model.addAttribute("one", enrolling.read(who, slot, typed).orElse(null));
        return "ambassador/reading :: said";
    }

    /** "This is mine": stores what was typed, and asks the comms team. */
    @PostMapping("/profiles/mine")
    ModelAndView mine(
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("form") ProfilesForm form,
            BindingResult errors,
            @RequestParam(name = "mine") String slot,
            @RequestParam(required = false) @Nullable String once,
            RedirectAttributes flash) {
        enrolling.profiles(who, form, errors);
        var reference = enrolling.mine(who, slot, form.text(slot), once);
        return Pages.done(flash, "enroll.mine.asked", reference).at(Step.PROFILES.path());
    }

    @PostMapping("/policies")
    ModelAndView policies(
            @CurrentPerson PersonId who,
            @RequestParam PolicyVersionId version,
            @RequestParam String hash,
            @RequestParam(required = false) @Nullable Boolean agreed,
            @RequestParam(required = false) @Nullable String later,
            Model model,
            RedirectAttributes flash) {
        if (later != null) return later(flash);
        if (!Boolean.TRUE.equals(agreed)) {
            model.addAttribute("unread", true);
            return again(Step.POLICIES, who, model, null);
        }
        try {
            policies.attest(who, version, hash);
        } catch (Conflict changed) {
            return conflict(Step.POLICIES, who, model, changed);
        }
        return onward(Step.POLICIES, who, null);
    }

    @PostMapping("/public")
    ModelAndView visible(
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("form") VisibilityForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String later,
            @RequestParam(required = false) @Nullable String back,
            Model model,
            RedirectAttributes flash) {
        try {
            if (!errors.hasErrors()) enrolling.show(who, form);
        } catch (Refusal refusal) {
            refusal.into(errors);
        }
        if (errors.hasErrors()) return again(Step.PUBLIC, who, model, back);
        return later != null ? later(flash) : onward(Step.PUBLIC, who, back);
    }

    @PostMapping("/check")
    ModelAndView send(
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("form") SendForm form,
            BindingResult errors,
            Model model) {
        try {
            return Pages.to(Desk.DONE, enrolling.send(who, form.version(), form.once()));
        } catch (NotComplete open) {
            return Pages.to("/enroll");
        } catch (Conflict conflict) {
            return conflict(Step.CHECK, who, model, conflict);
        }
    }

    @PostMapping("/discard")
    ModelAndView discard(@CurrentPerson PersonId who, RedirectAttributes flash) {
        enrolling.discard(who);
        return Pages.done(flash, "enroll.discarded").at("/me");
    }

    @GetMapping("/photo")
    ResponseEntity<byte[]> photo(@CurrentPerson PersonId who) {
        var photo = enrolling.ownPhoto(who);
        return DirectoryPages.picture(photo)
                .cacheControl(CacheControl.noStore())
                .body(photo.bytes());
    }

    private static ModelAndView later(RedirectAttributes flash) {
        return Pages.done(flash, "enroll.later").at("/me");
    }

    /** To the next step, to the one that lacks an answer, or back to the check where the step was opened from there. */
    private ModelAndView onward(Step from, PersonId who, @Nullable String back) {
        var draft = enrolling.draft(who);
        boolean done = Step.CHECK.key().equals(back) && draft.firstOpen() == Step.CHECK;
        // More than one policy is read one after the other, on the same step.
        var next = done ? Step.CHECK : draft.firstOpen() == from ? from : draft.after(from);
        return Pages.to(draft.insteadOf(next).orElse(next.path()));
    }

    private ModelAndView again(Step step, PersonId who, Model model, @Nullable String back) {
        model.addAttribute("failed", true);
        model.addAttribute("back", back);
        fill(step, who, enrolling.draft(who), model);
        return Pages.again(view(step));
    }

    private ModelAndView conflict(Step step, PersonId who, Model model, Conflict conflict) {
        model.asMap().remove("form");
        model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
        model.addAttribute("trouble", conflict);
        fill(step, who, enrolling.draft(who), model);
        return new ModelAndView(view(step), HttpStatus.CONFLICT);
    }

    private static String view(Step step) {
        return "ambassador/enroll-" + step.key();
    }

    private void fill(Step step, PersonId who, Draft draft, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("step", step);
        model.addAttribute("organization", organization.facts());
        if (step == Step.PROFILES) {
            model.addAttribute("once", Ids.next().toString());
            model.addAttribute("opinionChoices", opinionChoices());
        }
        if (step == Step.POLICIES) {
            model.addAttribute("open", enrolling.openPolicies(who));
            model.addAttribute("acknowledged", policies.attestationsOf(who));
        }
        if (step == Step.CHECK) model.addAttribute("acknowledged", policies.attestationsOf(who));
        if (!model.containsAttribute("form")) model.addAttribute("form", form(step, draft));
    }

    private List<Draft.Choice> opinionChoices() {
        return Stream.of(Opinions.values())
                .map(it -> new Draft.Choice(it.name(), messages.getMessage("enroll.opinions." + it, null, Locale.US)))
                .toList();
    }

    private static Object form(Step step, Draft draft) {
        return switch (step) {
            case YOU -> YouForm.of(draft);
            case PROFILES -> ProfilesForm.of(draft);
            case POLICIES -> List.of();
            case PUBLIC -> VisibilityForm.of(draft);
            case CHECK -> new SendForm(draft.version(), Ids.next().toString());
        };
    }
}
