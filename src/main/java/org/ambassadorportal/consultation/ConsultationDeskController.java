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

    private final ConsultationRequests requests;
    private final ItemPage item;

    ConsultationDeskController(ConsultationRequests requests, ItemPage item) {
        this.requests = requests;
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
                ref, who, model, errors, flash, () -> requests.accept(ref, who, form), "consultation.done.accepted");
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
                ref, who, model, errors, flash, () -> requests.propose(ref, who, form), "consultation.done.proposed");
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
                ref, who, model, errors, flash, () -> requests.decline(ref, who, form), "consultation.done.declined");
    }
}
