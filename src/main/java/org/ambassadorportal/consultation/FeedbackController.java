package org.ambassadorportal.consultation;

import jakarta.validation.Valid;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Two short questions afterwards; a link in a mail leads here, and the button sends the answers. */
@Controller
@RequestMapping("/consultations/{ref}/feedback")
class FeedbackController {

    private static final String VIEW = "consultation/feedback";

    private final Feedback feedback;
    private final Appointments appointments;

    FeedbackController(Feedback feedback, Appointments appointments) {
        this.feedback = feedback;
        this.appointments = appointments;
    }

    @GetMapping
    String show(@CurrentPerson PersonId who, @PathVariable Reference ref, Model model) {
        model.addAttribute("page", feedback.page(ref, who));
        model.addAttribute("feedbackForm", FeedbackForm.empty());
        return VIEW;
    }

    @PostMapping
    ModelAndView tell(
            @CurrentPerson PersonId who,
            @PathVariable Reference ref,
            @Valid FeedbackForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        var page = feedback.page(ref, who);
        model.addAttribute("page", page);
        if (page.answered()) return new ModelAndView(VIEW, HttpStatus.CONFLICT);
        model.addAttribute("failed", errors.hasErrors());
        if (errors.hasErrors()) return Pages.again(VIEW);
        appointments.tell(ref, who, form);
        return Pages.done(flash, "consultation.feedback.done").at("/requests/{ref}", ref);
    }
}
