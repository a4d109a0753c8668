package org.ambassadorportal.calendar;

import jakarta.validation.Valid;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The team's calendar: looking at it, and keeping stretches free. */
@Controller
@RequestMapping("/desk/calendar")
class CalendarController {

    private static final String PAGE = "calendar/calendar";

    private final CalendarPages pages;
    private final Blocks blocks;
    private final When when;

    CalendarController(CalendarPages pages, Blocks blocks, When when) {
        this.pages = pages;
        this.blocks = blocks;
        this.when = when;
    }

    @GetMapping
    String show(
            @CurrentPerson PersonId who,
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String host,
            Model model) {
        var shown = fill(CalendarView.of(view, day, host, when.today()), model);
        var self = shown.hosts().stream().anyMatch(name -> name.value().equals(who)) ? who : null;
        var open = shown.view().host() == null ? self : shown.view().host();
        model.addAttribute("blockForm", new BlockForm(open, shown.view().day(), null, null, ""));
        return PAGE;
    }

    @PostMapping("/blocks")
    ModelAndView block(@Valid BlockForm blockForm, BindingResult errors, Model model, RedirectAttributes flash) {
        blockForm.check(errors);
        if (!errors.hasErrors()) {
            try {
                blocks.keep(blockForm);
            } catch (Refusal refusal) {
                refusal.into(errors);
            }
        }
        var day = blockForm.day() == null ? when.today() : blockForm.day();
        var view = new CalendarView(true, day, blockForm.host());
        if (!errors.hasErrors()) {
            Pages.say(flash, "calendar.block.done");
            return Pages.toAddress(view.path());
        }
        fill(view, model);
        return Pages.again(PAGE);
    }

    @PostMapping("/blocks/{id}/remove")
    ModelAndView unblock(@PathVariable String id, RedirectAttributes flash) {
        blocks.remove(Id.read(id));
        return Pages.done(flash, "calendar.block.removed").at("/desk/calendar");
    }

    private CalendarPage fill(CalendarView view, Model model) {
        var page = pages.page(view);
        model.addAttribute("page", page);
        return page;
    }
}
