package org.ambassadorportal.consultation;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The booking that the link of a mail leads to. Opening it changes nothing: mail scanners open links. */
@Controller
@RequestMapping("/booking/{token}")
class BookingLinkController {

    private final Doors doors;
    private final BookingPages pages;

    BookingLinkController(Doors doors, BookingPages pages) {
        this.doors = doors;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token, Model model) {
        return pages.show(model, doors.by(token), "consultation/booking");
    }

    @GetMapping("/move")
    ModelAndView times(@PathVariable String token, TimeQuery query, Model model) {
        return pages.times(model, doors.by(token), query);
    }

    @PostMapping("/move")
    ModelAndView move(
            @PathVariable String token,
            @Valid TimeForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return pages.move(model, doors.by(token), form, errors, flash);
    }

    @GetMapping("/cancel")
    ModelAndView askToCancel(@PathVariable String token, Model model) {
        return pages.askToCancel(model, doors.by(token));
    }

    @PostMapping("/cancel")
    ModelAndView cancel(@PathVariable String token, Model model, RedirectAttributes flash) {
        return pages.cancel(model, doors.by(token), flash);
    }

    @PostMapping("/ask-host")
    ModelAndView askHost(
            @PathVariable String token,
            @Valid AskHostForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return pages.askHost(model, doors.by(token), form, errors, flash);
    }
}
