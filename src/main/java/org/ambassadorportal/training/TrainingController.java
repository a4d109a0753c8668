package org.ambassadorportal.training;

import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.CalendarDownload;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Classes for everybody who is signed in: which there are, a seat, a place on the list. */
@Controller
@RequestMapping("/training")
class TrainingController {

    private static final String ONE = "/training/{id}";
    private static final String DONE = "/training/{id}/done";

    private final ClassPages pages;
    private final Seats seats;
    private final ClassInvitations invitations;
    private final TrainingSettings settings;

    TrainingController(ClassPages pages, Seats seats, ClassInvitations invitations, TrainingSettings settings) {
        this.pages = pages;
        this.seats = seats;
        this.invitations = invitations;
        this.settings = settings;
    }

    private interface Act {
        void done();
    }

    @GetMapping
    String list(@CurrentPerson PersonId who, Model model) {
        model.addAttribute("mine", pages.mine(who));
        model.addAttribute(
                "coming",
                pages.coming(who).stream().filter(row -> !row.concernsMe()).toList());
        return "training/list";
    }

    @GetMapping("/{session}")
    String one(@PathVariable ClassId session, @CurrentPerson PersonId who, Model model) {
        model.addAttribute("page", pages.page(session, who));
        model.addAttribute("offerLasts", settings.offerLasts());
        return "training/class";
    }

    @PostMapping("/{session}/seat")
    ModelAndView take(@PathVariable ClassId session, @CurrentPerson PersonId who) {
        return tried(session, who, () -> seats.take(session, who), Pages.to(DONE, session));
    }

    @PostMapping("/{session}/waiting")
    ModelAndView await(@PathVariable ClassId session, @CurrentPerson PersonId who, RedirectAttributes flash) {
        return tried(
                session,
                who,
                () -> {
                    if (seats.await(session, who) == Standing.WAITING) Pages.say(flash, "training.done.waiting");
                    else Pages.say(flash, "training.done.waiting.seat");
                },
                Pages.to(ONE, session));
    }

    @PostMapping("/{session}/leave")
    ModelAndView leave(@PathVariable ClassId session, @CurrentPerson PersonId who, RedirectAttributes flash) {
        var before = pages.page(session, who).mine();
        return tried(
                session,
                who,
                () -> {
                    seats.leave(session, who);
                    Pages.say(flash, "training.done.left." + before);
                },
                Pages.to(ONE, session));
    }

    @PostMapping("/{session}/accept")
    ModelAndView accept(@PathVariable ClassId session, @CurrentPerson PersonId who) {
        return tried(session, who, () -> seats.accept(session, who), Pages.to(DONE, session));
    }

    /** Whoever has no seat is led to the class itself. */
    @GetMapping("/{session}/done")
    ModelAndView done(@PathVariable ClassId session, @CurrentPerson PersonId who) {
        var page = pages.page(session, who);
        if (page.mine() != Standing.SEATED || page.canceled()) return Pages.to(ONE, session);
        return new ModelAndView("training/done", "page", page);
    }

    @GetMapping("/{session}/invitation.ics")
    ResponseEntity<byte[]> entry(@PathVariable ClassId session, @CurrentPerson PersonId who) {
        return CalendarDownload.of("class.ics", invitations.file(session, who));
    }

    /** What cannot be done any more is said on the page of the class, which offers what can. */
    private ModelAndView tried(ClassId session, PersonId who, Act act, ModelAndView next) {
        try {
            act.done();
            return next;
        } catch (Conflict error) {
            return new ModelAndView("training/class", error.status())
                    .addObject("page", pages.page(session, who))
                    .addObject("offerLasts", settings.offerLasts())
                    .addObject("trouble", error);
        }
    }
}
