package org.ambassadorportal.consultation;

import jakarta.validation.Valid;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.desk.Reference;
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

/** One's own booking: what was booked, another time, none. */
@Controller
@RequestMapping("/consultations/{ref}")
class BookingController {

    private final Doors doors;
    private final BookingPages pages;
    private final ConsultationPages consultations;

    BookingController(Doors doors, BookingPages pages, ConsultationPages consultations) {
        this.doors = doors;
        this.pages = pages;
        this.consultations = consultations;
    }

    /** What was just booked, and how it gets into one's calendar. */
    @GetMapping("/booked")
    ModelAndView booked(@CurrentPerson PersonId who, @PathVariable Reference ref, Model model) {
        var door = doors.of(ref, who);
        if (!consultations.page(ref).isBooked()) return Pages.to(Desk.DONE, ref);
        return pages.show(model, door, "consultation/booked");
    }

    @GetMapping("/move")
    ModelAndView times(@CurrentPerson PersonId who, @PathVariable Reference ref, TimeQuery query, Model model) {
        return pages.times(model, doors.of(ref, who), query);
    }

    @PostMapping("/move")
    ModelAndView move(
            @CurrentPerson PersonId who,
            @PathVariable Reference ref,
            @Valid TimeForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return pages.move(model, doors.of(ref, who), form, errors, flash);
    }

    @GetMapping("/cancel")
    ModelAndView askToCancel(@CurrentPerson PersonId who, @PathVariable Reference ref, Model model) {
        return pages.askToCancel(model, doors.of(ref, who));
    }

    @PostMapping("/cancel")
    ModelAndView cancel(
            @CurrentPerson PersonId who, @PathVariable Reference ref, Model model, RedirectAttributes flash) {
        return pages.cancel(model, doors.of(ref, who), flash);
    }

    @PostMapping("/ask-host")
    ModelAndView askHost(
            @CurrentPerson PersonId who,
            @PathVariable Reference ref,
            @Valid AskHostForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return pages.askHost(model, doors.of(ref, who), form, errors, flash);
    }
}
