package org.ambassadorportal.organization;

import jakarta.validation.Valid;
import java.time.DayOfWeek;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organization's own facts, and their form. */
@Controller
class OrganizationPages {

    private final Organization organization;

    OrganizationPages(Organization organization) {
        this.organization = organization;
    }

    @ModelAttribute("weekdays")
    DayOfWeek[] weekdays() {
        return DayOfWeek.values();
    }

    @GetMapping("/admin/organization")
    String page(Model model) {
        var present = organization.present();
        model.addAttribute("form", OrganizationForm.of(present.facts(), present.version()));
        return "organization/organization";
    }

    @PostMapping("/admin/organization")
    ModelAndView change(
            @Valid @ModelAttribute("form") OrganizationForm form, BindingResult errors, RedirectAttributes flash) {
        if (errors.hasErrors()) return Pages.again("organization/organization");
        try {
            organization.change(form.facts(), form.version());
            return Pages.done(flash, "organization.saved").at("/admin/organization");
        } catch (Refusal refusal) {
            refusal.into(errors);
            return Pages.again("organization/organization");
        } catch (StaleEdit stale) {
            return both(form);
        }
    }

    private ModelAndView both(OrganizationForm form) {
        var present = organization.present();
        var theirs = OrganizationForm.of(present.facts(), present.version());
        return new ModelAndView("organization/organization", HttpStatus.CONFLICT)
                .addObject("differences", form.differences(theirs))
                .addObject("form", form.on(present.version()));
    }
}
