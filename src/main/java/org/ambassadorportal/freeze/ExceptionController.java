package org.ambassadorportal.freeze;

import jakarta.validation.Valid;
import java.util.Objects;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.DomainError;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.Submissions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An exception as its own people see it: requester, who entered it, sponsor, administrators. */
@Controller
class ExceptionController {

    private static final String EXCEPTION = "/freeze/exceptions/{ref}";

    private final ExceptionList exceptions;
    private final ExceptionRequests requests;
    private final Submissions submissions;

    ExceptionController(ExceptionList exceptions, ExceptionRequests requests, Submissions submissions) {
        this.exceptions = exceptions;
        this.requests = requests;
        this.submissions = submissions;
    }

    @GetMapping(EXCEPTION)
    String page(@PathVariable Reference ref, @CurrentPerson PersonId who, Model model) {
        model.addAttribute("exception", exceptions.mine(ref, who));
        if (!model.containsAttribute("extendForm")) model.addAttribute("extendForm", ExtendForm.empty());
        if (!model.containsAttribute("addressForm")) model.addAttribute("addressForm", new AddressForm(null));
        return "freeze/exception";
    }

    @PostMapping(EXCEPTION + "/extend")
    ModelAndView extend(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid ExtendForm form,
            BindingResult errors,
            Model model) {
        return form(ref, who, errors, model, () -> {
            var item = submissions.once(
                    form.once(),
                    () -> requests.askExtension(
                                    ref,
                                    who,
                                    Objects.requireNonNull(form.until()),
                                    Objects.requireNonNull(form.reason()))
                            .toString());
            return Pages.to(Desk.DONE, item);
        });
    }

    @PostMapping(EXCEPTION + "/account")
    ModelAndView account(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid AddressForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return form(ref, who, errors, model, () -> {
            requests.activate(ref, who, Objects.requireNonNull(form.address()));
            return Pages.done(flash, "freeze.flash.activated").at(EXCEPTION, ref);
        });
    }

    @PostMapping(EXCEPTION + "/give-up")
    ModelAndView giveUp(
            @PathVariable Reference ref, @CurrentPerson PersonId who, Model model, RedirectAttributes flash) {
        try {
            requests.giveUp(ref, who);
            return Pages.done(flash, "freeze.flash.given-up").at(EXCEPTION, ref);
        } catch (Conflict conflict) {
            return again(ref, who, model, HttpStatus.CONFLICT, conflict);
        }
    }

    private interface Act {
        ModelAndView done();
    }

    private ModelAndView form(Reference ref, PersonId who, BindingResult errors, Model model, Act act) {
        if (errors.hasErrors()) return again(ref, who, model, HttpStatus.UNPROCESSABLE_CONTENT, null);
        try {
            return act.done();
        } catch (Refusal refusal) {
            refusal.into(errors);
            return again(ref, who, model, HttpStatus.UNPROCESSABLE_CONTENT, null);
        } catch (Conflict conflict) {
            return again(ref, who, model, HttpStatus.CONFLICT, conflict);
        }
    }

    private ModelAndView again(
            Reference ref, PersonId who, Model model, HttpStatus status, @Nullable DomainError trouble) {
        model.addAttribute("trouble", trouble);
        return new ModelAndView(page(ref, who, model), status);
    }
}
