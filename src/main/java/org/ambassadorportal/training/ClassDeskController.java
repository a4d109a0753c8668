package org.ambassadorportal.training;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.CsvDownload;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

/** The team's side of a class: all of them, one with its people, its seats, who came, calling it off. */
@Controller
@RequestMapping("/desk/classes")
class ClassDeskController {

    static final String ONE = "/desk/classes/{id}";
    private static final String PAGE = "training/team";

    private final ClassPages pages;
    private final Classes classes;
    private final MessageSource messages;

    ClassDeskController(ClassPages pages, Classes classes, MessageSource messages) {
        this.pages = pages;
        this.classes = classes;
        this.messages = messages;
    }

    private interface Act {
        void done();
    }

    @GetMapping
    String list(
            @CurrentPerson PersonId who,
            @RequestParam(defaultValue = "coming") String show,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        boolean past = show.equals("past");
        model.addAttribute("past", past);
        model.addAttribute("after", after);
        model.addAttribute("classes", past ? pages.past(who, after) : new Slice<>(pages.allComing(who), null));
        return "training/classes";
    }

    @GetMapping("/{id}")
    String one(@PathVariable ClassId id, @CurrentPerson PersonId who, Model model) {
        return fill(id, who, model);
    }

    @PostMapping("/{id}/seats")
    ModelAndView resize(
            @PathVariable ClassId id,
            @CurrentPerson PersonId who,
            @Valid SeatsForm seatsForm,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return tried(id, who, errors, model, () -> {
            classes.resize(id, Objects.requireNonNull(seatsForm.seats()));
            Pages.say(flash, "training.done.seats", seatsForm.seats());
        });
    }

    @PostMapping("/{id}/cancel")
    ModelAndView cancel(
            @PathVariable ClassId id,
            @CurrentPerson PersonId who,
            @Valid CancelForm cancelForm,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return tried(id, who, errors, model, () -> {
            classes.cancel(id, Objects.requireNonNull(cancelForm.reason()).strip());
            Pages.say(flash, "training.done.canceled");
        });
    }

    @PostMapping("/{id}/attendance")
    ModelAndView note(
            @PathVariable ClassId id,
            @CurrentPerson PersonId who,
            @RequestParam(required = false) @Nullable Set<PersonId> came,
            Model model,
            RedirectAttributes flash) {
        try {
            classes.note(id, came == null ? Set.of() : came);
            return Pages.done(flash, "training.done.attendance").at(ONE, id);
        } catch (Conflict | Refusal error) {
            model.addAttribute("trouble", error);
            return new ModelAndView(fill(id, who, model), error.status());
        }
    }

    @GetMapping("/{id}/attendance.csv")
    void attendance(@PathVariable ClassId id, @CurrentPerson PersonId who, HttpServletResponse response)
            throws IOException {
        var page = pages.team(id, who);
        try (var csv = CsvDownload.to(response, "attendance.csv", "name", "mail", "place", "came")) {
            page.people()
                    .forEach(one -> csv.row(
                            one.name(),
                            one.mail(),
                            messages.getMessage("training.standing." + one.standing(), null, Locale.US),
                            page.facts().attendedAt() == null ? null : one.came() ? "yes" : "no"));
        }
    }

    private ModelAndView tried(ClassId id, PersonId who, BindingResult errors, Model model, Act act) {
        if (!errors.hasErrors()) {
            try {
                act.done();
                return Pages.to(ONE, id);
            } catch (Refusal refusal) {
                refusal.into(errors);
            } catch (Conflict over) {
                model.addAttribute("trouble", over);
                return new ModelAndView(fill(id, who, model), over.status());
            }
        }
        return Pages.again(fill(id, who, model));
    }

    /** The page with its two small forms; what was typed into one of them stays. */
    private String fill(ClassId id, PersonId who, Model model) {
        var page = pages.team(id, who);
        model.addAttribute("page", page);
        if (!model.containsAttribute("seatsForm"))
            model.addAttribute("seatsForm", new SeatsForm(page.facts().seats()));
        if (!model.containsAttribute("cancelForm")) model.addAttribute("cancelForm", new CancelForm(null));
        return PAGE;
    }
}
