package org.ambassadorportal.desk;

import jakarta.validation.Valid;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the team does with an item, whatever its kind. */
@Controller
class ItemController {

    /** A press on a button. */
    record VerbForm(
            @Nullable Long version,
            @PlainText(max = 40) @Nullable String to,
            @PlainText(max = 40) @Nullable String outcome) {}

    private final TeamDesk team;
    private final ItemPage page;

    ItemController(TeamDesk team, ItemPage page) {
        this.team = team;
        this.page = page;
    }

    @PostMapping("/desk/{kind}/{ref}/assign")
    ModelAndView assign(
            @PathVariable Reference ref,
            @CurrentPerson SignedIn who,
            @Valid @ModelAttribute("press") VerbForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        Runnable gives = () -> team.assign(ref, who, form.to(), form.version());
        return page.decide(ref, who.id(), model, errors, flash, gives, "desk.done.assigned");
    }

    @PostMapping("/desk/{kind}/{ref}/priority")
    ModelAndView prioritize(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("press") VerbForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        Runnable sets = () -> team.prioritize(ref, who, form.to(), form.version());
        return page.decide(ref, who, model, errors, flash, sets, "desk.done.prioritized");
    }

    @PostMapping("/desk/{kind}/{ref}/settle")
    ModelAndView settle(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("press") VerbForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        Runnable settles = () -> team.settle(ref, who, String.valueOf(form.outcome()), form.version());
        return page.decide(ref, who, model, errors, flash, settles, "desk.done.settled");
    }
}
