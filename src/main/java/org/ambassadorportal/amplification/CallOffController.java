package org.ambassadorportal.amplification;

import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.desk.RequestPage;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Calling off what was accepted and has not run yet. */
@Controller
@RequestMapping("/amplifications/{ref}")
class CallOffController {

    private final AmplificationRequests requests;
    private final RequestPage page;

    CallOffController(AmplificationRequests requests, RequestPage page) {
        this.requests = requests;
        this.page = page;
    }

    /** A request has one page, whatever its kind. */
    @GetMapping
    ModelAndView show(@PathVariable Reference ref) {
        return Pages.to("/requests/{ref}", ref);
    }

    @PostMapping("/call-off")
    ModelAndView callOff(
            @CurrentPerson PersonId who, @PathVariable Reference ref, Model model, RedirectAttributes flash) {
        return page.answer(ref, who, model, flash, () -> requests.callOff(ref, who), "amplification.done.called-off");
    }
}
