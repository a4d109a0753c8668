package org.ambassadorportal.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own sign-in: the password, and all sessions at once. */
@Controller
class OwnSignInPages {

    private final OwnSignIn own;
    private final Admission admission;

    OwnSignInPages(OwnSignIn own, Admission admission) {
        this.own = own;
        this.admission = admission;
    }

    @GetMapping("/me/sign-in")
    ModelAndView page(@CurrentPerson SignedIn who) {
        return filled(new ModelAndView("identity/own-sign-in"), who).addObject("form", new PasswordForm(null, null));
    }

    @PostMapping("/me/sign-in")
    ModelAndView change(
            @CurrentPerson SignedIn who,
            @Valid @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                own.change(who.id(), form.typedPresent(), form.chosen(), request.getRemoteAddr());
                admission.admit(who.id(), request, response);
                return Pages.done(flash, "password.changed").at("/me/sign-in");
            } catch (Refusal refusal) {
                refusal.into(errors);
            }
        }
        return filled(Pages.again("identity/own-sign-in"), who);
    }

    /** Ends every session, this one too; whoever is on another's machine wants just that. */
    @PostMapping("/me/sign-in/end")
    ModelAndView end(@CurrentPerson PersonId who) {
        own.signOutEverywhere(who);
        return Pages.to("/sign-in/everywhere");
    }

    private ModelAndView filled(ModelAndView page, SignedIn who) {
        return page.addObject("who", who).addObject("present", own.of(who.id()));
    }
}
