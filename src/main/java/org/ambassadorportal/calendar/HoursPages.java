package org.ambassadorportal.calendar;

import jakarta.validation.Valid;
import java.time.ZoneId;
import java.util.List;
import org.ambassadorportal.identity.AwayId;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.DaysAway;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.kernel.WebSettings;
import org.ambassadorportal.offering.OfferingId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "My hours": when somebody of the team can be booked, and when they are away. */
@Controller
@RequestMapping("/desk/hours")
class HoursPages {

    static final String VIEW = "calendar/hours";
    private static final String ADDRESS = "/desk/hours/{person}";

    private static final List<HoursWords.Choice> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*|UTC"))
            .sorted()
            .map(id -> new HoursWords.Choice(id, id.replace('_', ' ')))
            .toList();

    private final HostHours hours;
    private final DaysAway away;
    private final HostCalendars calendars;
    private final HoursWords words;
    private final WebSettings web;

    HoursPages(HostHours hours, DaysAway away, HostCalendars calendars, HoursWords words, WebSettings web) {
        this.hours = hours;
        this.away = away;
        this.calendars = calendars;
        this.words = words;
        this.web = web;
    }

    @ModelAttribute("zones")
    List<HoursWords.Choice> zones() {
        return ZONES;
    }

    @GetMapping
    ModelAndView mine(
            @CurrentPerson SignedIn who, @RequestParam(name = "for") @Nullable OfferingId shown, Model model) {
        return page(who.id(), shown, who, model);
    }

    @GetMapping("/{person}")
    ModelAndView page(
            @PathVariable PersonId person,
            @RequestParam(name = "for") @Nullable OfferingId shown,
            @CurrentPerson SignedIn who,
            Model model) {
        return filled(new ModelAndView(VIEW), hours.page(person, shown, who), model);
    }

    @PostMapping("/{person}")
    ModelAndView change(
            @PathVariable PersonId person,
            @CurrentPerson SignedIn who,
            @Valid @ModelAttribute("form") HoursForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        var terms = form.read(hours.offered(), words, hours.today(person), errors);
        if (terms.isEmpty()) return again(person, who, model);
        try {
            hours.change(person, terms.get(), form.version(), who);
            return Pages.done(flash, "hours.saved").at(ADDRESS, person);
        } catch (StaleEdit stale) {
            var page = hours.page(person, null, who);
            var answer = new ModelAndView(VIEW, HttpStatus.CONFLICT)
                    .addObject("theirs", page.hours())
                    .addObject("form", form.on(page.form().version()));
            return filled(answer, page, model);
        }
    }

    /** Adds an empty row or takes one away; nothing is saved by it. */
    @PostMapping("/{person}/rows")
    ModelAndView rows(
            @PathVariable PersonId person,
            @CurrentPerson SignedIn who,
            @RequestParam @Nullable String more,
            @RequestParam @Nullable String less,
            @ModelAttribute("form") HoursForm form,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) return again(person, who, model);
        // The rows have other places now, so what is known of the old ones is forgotten.
        model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
        var changed = less == null ? form.more(more == null ? "" : more) : form.without(less);
        return filled(new ModelAndView(VIEW).addObject("form", changed), hours.page(person, null, who), model);
    }

    @PostMapping("/{person}/away")
    ModelAndView away(
            @PathVariable PersonId person,
            @CurrentPerson SignedIn who,
            @Valid @ModelAttribute("away") AwayForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) return again(person, who, model);
        try {
            away.add(person, form.from(), form.until(), form.said(), who);
            return Pages.done(flash, "hours.away.added").at(ADDRESS + "#days-away", person);
        } catch (Refusal refusal) {
            refusal.into(errors);
            return again(person, who, model);
        }
    }

    @PostMapping("/{person}/away/{id}/call-off")
    ModelAndView callOff(
            @PathVariable PersonId person,
            @PathVariable AwayId id,
            @CurrentPerson SignedIn who,
            RedirectAttributes flash) {
        away.callOff(person, id, who);
        return Pages.done(flash, "hours.away.calledOff").at(ADDRESS + "#days-away", person);
    }

    /** Takes the address of the host's own calendar and reads it at once, so that its problems show at once. */
    @PostMapping("/{person}/busy")
    ModelAndView busy(
            @PathVariable PersonId person,
            @CurrentPerson SignedIn who,
            @Valid @ModelAttribute("busy") BusyForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        var address = form.read();
        if (address.isEmpty() && !errors.hasErrors()) errors.rejectValue("address", "hours.busy.wrong");
        if (errors.hasErrors() || address.isEmpty()) return again(person, who, model);
        calendars.readBusyFrom(person, address.get(), who);
        calendars.readNow(person, who);
        return Pages.done(flash, "hours.busy.set").at(ADDRESS + "#calendars", person);
    }

    @PostMapping("/{person}/busy/again")
    ModelAndView readAgain(@PathVariable PersonId person, @CurrentPerson SignedIn who) {
        calendars.readNow(person, who);
        return Pages.to(ADDRESS + "#calendars", person);
    }

    @PostMapping("/{person}/busy/forget")
    ModelAndView forgetBusy(@PathVariable PersonId person, @CurrentPerson SignedIn who, RedirectAttributes flash) {
        calendars.readBusyFrom(person, null, who);
        return Pages.done(flash, "hours.busy.forgotten").at(ADDRESS + "#calendars", person);
    }

    /** Shows the new secret address once, on the page after this. */
    @PostMapping("/{person}/feed")
    ModelAndView renew(@PathVariable PersonId person, @CurrentPerson SignedIn who, RedirectAttributes flash) {
        var secret = calendars.renewAddress(person, who);
        flash.addFlashAttribute("address", web.url("/calendars/" + secret + ".ics"));
        return Pages.to(ADDRESS + "#calendars", person);
    }

    private ModelAndView again(PersonId person, SignedIn who, Model model) {
        return filled(Pages.again(VIEW), hours.page(person, null, who), model);
    }

    /** Puts all forms on the page that are not there yet; one with errors is. */
    private static ModelAndView filled(ModelAndView answer, HostPage page, Model model) {
        answer.addObject("page", page);
        if (!model.containsAttribute("form") && !answer.getModel().containsKey("form"))
            answer.addObject("form", page.form());
        if (!model.containsAttribute("away")) answer.addObject("away", AwayForm.empty());
        if (!model.containsAttribute("busy")) answer.addObject("busy", new BusyForm(null));
        return answer;
    }
}
