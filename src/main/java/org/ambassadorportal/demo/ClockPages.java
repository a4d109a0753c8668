package org.ambassadorportal.demo;

import jakarta.validation.Valid;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.organization.When;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves the portal's clock, to see what happens next week or when an exception ends. */
@Controller
@Profile("local")
class ClockPages {

    private static final String VIEW = "demo/clock";
    private static final Duration FARTHEST = Duration.ofDays(3653);

    private final MovableClock clock;
    private final DueJobs jobs;
    private final When when;

    ClockPages(MovableClock clock, DueJobs jobs, When when) {
        this.clock = clock;
        this.jobs = jobs;
        this.when = when;
    }

    @ModelAttribute
    void time(Model model) {
        model.addAttribute("now", clock.instant());
        model.addAttribute("moved", !clock.ahead().isZero());
        model.addAttribute("machine", clock.machineTime());
    }

    @GetMapping("/demo/clock")
    String show(Model model) {
        model.addAttribute("form", new ClockForm(when.today()));
        return VIEW;
    }

    @PostMapping("/demo/clock/day")
    ModelAndView toDay(@Valid @ModelAttribute("form") ClockForm form, BindingResult errors, RedirectAttributes flash) {
        if (errors.hasErrors()) return Pages.again(VIEW);
        var ahead = clock.ahead().plusDays(ChronoUnit.DAYS.between(when.today(), chosen(form)));
        if (ahead.abs().compareTo(FARTHEST) > 0) {
            errors.rejectValue("day", "demo.clock.day.far");
            return Pages.again(VIEW);
        }
        return move(ahead, flash);
    }

    @PostMapping("/demo/clock/days")
    ModelAndView byDays(@RequestParam int days, RedirectAttributes flash) {
        var ahead = clock.ahead().plusDays(Math.clamp(days, -400, 400));
        return move(ahead.abs().compareTo(FARTHEST) > 0 ? clock.ahead() : ahead, flash);
    }

    @PostMapping("/demo/clock/now")
    ModelAndView toNow(RedirectAttributes flash) {
        return move(Duration.ZERO, flash);
    }

    private ModelAndView move(Duration ahead, RedirectAttributes flash) {
        clock.moveTo(ahead);
        jobs.runSoon();
        return Pages.done(flash, "demo.clock.moved", when.dayTime(clock.instant()))
                .at("/demo/clock");
    }

    private static LocalDate chosen(ClockForm form) {
        return Objects.requireNonNull(form.day());
    }
}
