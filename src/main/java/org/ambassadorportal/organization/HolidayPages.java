package org.ambassadorportal.organization;

import jakarta.validation.Valid;
import java.io.IOException;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes holidays in from a calendar file: chosen, looked at, and then taken over. */
@Controller
@RequestMapping("/admin/organization/holidays")
class HolidayPages {

    private static final String VIEW = "organization/holidays";

    private final Organization organization;
    private final When when;

    HolidayPages(Organization organization, When when) {
        this.organization = organization;
        this.when = when;
    }

    @GetMapping
    String choose(Model model) {
        model.addAttribute("form", new ImportForm(null));
        return VIEW;
    }

    @PostMapping
    ModelAndView look(@ModelAttribute("form") ImportForm form, BindingResult errors) throws IOException {
        try {
            var file = HolidayFile.read(form.bytes(), organization.present().facts(), when.today());
            return new ModelAndView(VIEW).addObject("read", file).addObject("add", HolidaysForm.of(file));
        } catch (Refusal refusal) {
            refusal.into(errors);
            return Pages.again(VIEW);
        }
    }

    @PostMapping("/add")
    ModelAndView add(
            @Valid @ModelAttribute("add") HolidaysForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        model.addAttribute("form", new ImportForm(null));
        if (errors.hasErrors()) return Pages.again(VIEW);
        try {
            int added = organization.add(form.read());
            return Pages.done(flash, "holidays.added", added).at("/admin/organization");
        } catch (Refusal refusal) {
            refusal.into(errors);
            return Pages.again(VIEW);
        }
    }
}
