package org.ambassadorportal.desk;

import jakarta.validation.Valid;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
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

/** Who watches an item, and whether its history is shown. */
@Controller
class AlongController {

    /** Who is to watch, or no longer: "me" or a person's id. */
    record WatchForm(@PlainText(max = 40) @Nullable String who) {}

    /** Whether the lines of history are shown. */
    record HistoryForm(boolean on) {}

    private final Watchers watchers;
    private final Preferences preferences;
    private final ItemPage page;

    AlongController(Watchers watchers, Preferences preferences, ItemPage page) {
        this.watchers = watchers;
        this.preferences = preferences;
        this.page = page;
    }

    @PostMapping("/desk/{kind}/{ref}/watch")
    ModelAndView watch(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("watching") WatchForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return page.decide(
                ref, who, model, errors, flash, () -> watchers.add(ref, who, form.who()), "desk.done.watched");
    }

    @PostMapping("/desk/{kind}/{ref}/unwatch")
    ModelAndView unwatch(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("watching") WatchForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return page.decide(
                ref, who, model, errors, flash, () -> watchers.remove(ref, who, form.who()), "desk.done.unwatched");
    }

    /** Shows the lines of history to whoever looks, on all items, or hides them. */
    @PostMapping("/desk/{kind}/{ref}/history")
    ModelAndView history(
            @PathVariable Reference ref, @CurrentPerson PersonId who, HistoryForm form, RedirectAttributes flash) {
        preferences.history(who, form.on());
        return page.decided(flash, ref, form.on() ? "desk.done.history.on" : "desk.done.history.off");
    }
}
