package org.ambassadorportal.consultation;

import jakarta.validation.Valid;
import org.ambassadorportal.desk.ItemPage;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the comms team decides about a request. */
@Controller
@RequestMapping("/desk/consultations/{ref}")
class ConsultationDeskController {

    private final Appointments appointments;
    private final ItemPage item;

    ConsultationDeskController(Appointments appointments, ItemPage item) {
        this.appointments = appointments;
        this.item = item;
    }

    @PostMapping("/accept")
    ModelAndView accept(
            @CurrentPerson PersonId who,
            @PathVariable Reference ref,
            @Valid SlotForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        form.check(errors);
        return item.decide(
                ref,
                who,
                model,
                errors,
                flash,
                () -> appointments.accept(ref, who, form),
                "consultation.done.accepted");
    }

    @PostMapping("/propose")
    ModelAndView propose(
            @CurrentPerson PersonId who,
            @PathVariable Reference ref,
            @Valid SlotForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        form.check(errors);
        return item.decide(
                ref,
                who,
                model,
                errors,
                flash,
                () -> appointments.propose(ref, who, form),
                "consultation.done.proposed");
    }

    @PostMapping("/decline")
    ModelAndView decline(
            @CurrentPerson PersonId who,
            @PathVariable Reference ref,
            @Valid DeclineForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return item.decide(
                ref,
                who,
                model,
                errors,
                flash,
                () -> appointments.decline(ref, who, form),
                "consultation.done.declined");
    }

    @PostMapping("/move")
    ModelAndView move(
            @CurrentPerson PersonId who,
            @PathVariable Reference ref,
            @Valid MoveForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        form.check(errors);
        return item.decide(
                ref, who, model, errors, flash, () -> appointments.move(ref, who, form), "consultation.done.moved");
    }

    @PostMapping("/hand-over")
    ModelAndView handOver(
            @CurrentPerson PersonId who,
            @PathVariable Reference ref,
            @Valid HandOverForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return item.decide(
                ref,
                who,
                model,
                errors,
                flash,
                () -> appointments.handOver(ref, who, form),
                "consultation.done.handed-over");
    }

    @PostMapping("/cancel")
    ModelAndView cancel(
            @CurrentPerson PersonId who,
            @PathVariable Reference ref,
            @Valid CallOffForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return item.decide(
                ref,
                who,
                model,
                errors,
                flash,
                () -> appointments.callOff(ref, who, form),
                "consultation.done.canceled");
    }

    @PostMapping("/no-show")
    ModelAndView noShow(
            @CurrentPerson PersonId who,
            @PathVariable Reference ref,
            @Valid NoShowForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return item.decide(
                ref,
                who,
                model,
                errors,
                flash,
                () -> appointments.miss(ref, who, form.version()),
                "consultation.done.no-show");
    }

    @PostMapping("/done")
    ModelAndView done(
            @CurrentPerson PersonId who,
            @PathVariable Reference ref,
            @Valid DoneForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return item.decide(
                ref, who, model, errors, flash, () -> appointments.done(ref, who, form), "consultation.done.done");
    }
}
