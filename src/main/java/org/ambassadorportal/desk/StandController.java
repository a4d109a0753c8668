package org.ambassadorportal.desk;

import jakarta.validation.Valid;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The status of an item, set by its form. */
@Controller
class StandController {

    private final Stands stands;
    private final ItemPage page;

    StandController(Stands stands, ItemPage page) {
        this.stands = stands;
        this.page = page;
    }

    @PostMapping("/desk/{kind}/{ref}/status")
    ModelAndView set(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("standForm") StandForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return page.decide(ref, who, model, errors, flash, () -> stands.set(ref, who, form), "desk.done.stand");
    }
}
