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

/** Takes the answer to the one question that is asked afterwards. */
@Controller
class HelpController {

    private final Helping helping;
    private final RequestPage page;

    HelpController(Helping helping, RequestPage page) {
        this.helping = helping;
        this.page = page;
    }

    @PostMapping("/requests/{ref}/helped")
    ModelAndView tell(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("helpForm") HelpForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        var done = Boolean.FALSE.equals(form.helped()) ? "desk.help.done.no" : "desk.help.done";
        return page.answer(ref, who, model, errors, flash, () -> helping.tell(ref, who, form), done);
    }
}
