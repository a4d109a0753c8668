package org.ambassadorportal.consultation;

import jakarta.validation.Valid;
import org.ambassadorportal.calendar.TimeTaken;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.desk.RequestPage;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the requester answers to a proposed time, and calling off what was agreed. */
@Controller
@RequestMapping("/consultations/{ref}")
class AnswerController {

    private final ConsultationRequests requests;
    private final Appointments appointments;
    private final RequestPage page;

    AnswerController(ConsultationRequests requests, Appointments appointments, RequestPage page) {
        this.requests = requests;
        this.appointments = appointments;
        this.page = page;
    }

    /** A request has one page, whatever its kind. */
    @GetMapping
    ModelAndView show(@PathVariable Reference ref) {
        return Pages.to("/requests/{ref}", ref);
    }

    @PostMapping("/agree")
    ModelAndView agree(
            @CurrentPerson PersonId who,
            @PathVariable Reference ref,
            @Valid AnswerForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return page.answer(ref, who, model, errors, flash, () -> agree(ref, who, form), "consultation.done.agreed");
    }

    /** A yes that comes when the time is somebody else's is said in words, and the item goes back to the team. */
    private void agree(Reference ref, PersonId who, AnswerForm form) {
        try {
            appointments.agree(ref, who, form);
        } catch (TimeTaken late) {
            appointments.lose(ref, who, form);
            throw new TimeIsGone();
        }
    }

    @PostMapping("/disagree")
    ModelAndView disagree(
            @CurrentPerson PersonId who,
            @PathVariable Reference ref,
            @Valid AnswerForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return page.answer(
                ref,
                who,
                model,
                errors,
                flash,
                () -> appointments.disagree(ref, who, form),
                "consultation.done.disagreed");
    }

    @PostMapping("/call-off")
    ModelAndView callOff(
            @CurrentPerson PersonId who, @PathVariable Reference ref, Model model, RedirectAttributes flash) {
        return page.answer(ref, who, model, flash, () -> requests.callOff(ref, who), "consultation.done.called-off");
    }
}
