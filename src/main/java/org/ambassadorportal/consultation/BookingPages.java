package org.ambassadorportal.consultation;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of a booking, the same for whoever is signed in and for whoever came by a link. */
@Component
class BookingPages {

    private final BookingChanges changes;
    private final ConsultationPages consultations;

    BookingPages(BookingChanges changes, ConsultationPages consultations) {
        this.changes = changes;
        this.consultations = consultations;
    }

    /** The booking as it is now. */
    ModelAndView show(Model model, Door door, String view) {
        model.addAttribute("door", door);
        model.addAttribute("consultation", door.in(() -> consultations.page(door.reference())));
        return new ModelAndView(view);
    }

    /** The free times to which it may be moved; when it is too late for that, a word to the host. */
    ModelAndView times(Model model, Door door, TimeQuery query) {
        return open(model, door, HttpStatus.OK, () -> {
            model.addAttribute("timeForm", TimeForm.of("", false));
            return times(model, door, query, null);
        });
    }

    private ModelAndView times(Model model, Door door, TimeQuery query, @Nullable Instant taken) {
        model.addAttribute("times", door.in(() -> changes.times(door, query, taken)));
        return show(model, door, "consultation/move");
    }

    ModelAndView move(Model model, Door door, TimeForm form, BindingResult errors, RedirectAttributes flash) {
        return open(model, door, HttpStatus.CONFLICT, () -> {
            if (!errors.hasErrors()) {
                try {
                    door.pass(() -> changes.move(door.reference(), door.by(), form.moment()));
                    return Pages.done(flash, "booking.moved").at(door.home());
                } catch (Refusal refusal) {
                    refusal.into(errors);
                }
            }
            model.addAttribute("failed", true);
            var page = times(model, door, form.query(), moment(form.starts()));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        });
    }

    ModelAndView askToCancel(Model model, Door door) {
        return open(model, door, HttpStatus.OK, () -> {
            door.pass(() -> changes.mustBeInTime(door.reference()));
            return show(model, door, "consultation/cancel");
        });
    }

    ModelAndView cancel(Model model, Door door, RedirectAttributes flash) {
        return open(model, door, HttpStatus.CONFLICT, () -> {
            door.pass(() -> changes.cancel(door.reference(), door.by()));
            return Pages.done(flash, "booking.canceled").at(door.home());
        });
    }

    ModelAndView askHost(Model model, Door door, AskHostForm form, BindingResult errors, RedirectAttributes flash) {
        return open(model, door, HttpStatus.CONFLICT, () -> {
            if (errors.hasErrors()) {
                model.addAttribute("failed", true);
                var page = show(model, door, "consultation/late");
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                return page;
            }
            door.pass(() -> changes.askHost(door.reference(), door.by(), form.words()));
            return Pages.done(flash, "booking.host-asked").at(door.home());
        });
    }

    /** Lets nobody change what is not theirs, and says what came too late. */
    private ModelAndView open(Model model, Door door, HttpStatus late, Supplier<ModelAndView> work) {
        if (!door.own()) throw new NotFound();
        try {
            return work.get();
        } catch (TooLateToChange tooLate) {
            model.addAttribute("askHostForm", new AskHostForm(""));
            var page = show(model, door, "consultation/late");
            page.setStatus(late);
            return page;
        } catch (Conflict conflict) {
            model.addAttribute("trouble", conflict);
            var page = show(model, door, "consultation/booking");
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
    }

    private static @Nullable Instant moment(String typed) {
        try {
            return Instant.parse(typed);
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
