package org.ambassadorportal.consultation;

import jakarta.validation.Valid;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which one books a consultation: what, what about, when, check your answers. */
@Controller
@RequestMapping(BookStep.HOME)
class BookController {

    private static final String WISHES = BookStep.HOME + "/wishes";

    private final BookingWay way;
    private final Registry registry;
    private final Choices choices;

    BookController(BookingWay way, Registry registry, Choices choices) {
        this.way = way;
        this.registry = registry;
        this.choices = choices;
    }

    /**
     * The first page.
     *
     * @param scope "self" or "department"; the chooser asks it already
     * @param topic "start" where somebody wants to begin with a profile
     * @param again shown because something on it is wrong
     */
    @GetMapping
    String what(
            @CurrentPerson PersonId who,
            @RequestParam(name = "for", required = false) @Nullable String scope,
            @RequestParam(name = "about", required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String again,
            @RequestParam(required = false) @Nullable String then,
            Model model) {
        var open = way.open(who);
        var kept = open.answers().what();
        var form = (kept == null ? WhatForm.empty() : kept).begun(scope, open.offers());
        if (again != null) errors(model, way.errors(open, form));
        model.addAttribute("whatForm", form);
        return what(model, open, topic, then);
    }

    @PostMapping
    ModelAndView what(
            @CurrentPerson PersonId who,
            @Valid WhatForm form,
            BindingResult errors,
            @RequestParam(name = "about", required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String then,
            @RequestParam(required = false) @Nullable String later,
            Model model,
            RedirectAttributes flash) {
        way.keep(who, form);
        if (later != null) return Pages.done(flash, "consultation.saved").at("/requests");
        var open = way.open(who);
        way.examine(open, form, errors);
        if (errors.hasErrors()) return again(what(model, open, topic, then), model);
        if ("start".equals(topic)) return Pages.to(BookStep.ABOUT.path() + "?about=start");
        return Pages.to(onwards(BookStep.ABOUT, then).path());
    }

    /** The second page. */
    @GetMapping("/about")
    ModelAndView about(
            @CurrentPerson PersonId who,
            @RequestParam(name = "about", required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String again,
            @RequestParam(required = false) @Nullable String then,
            Model model) {
        var open = way.open(who);
        var offered = open.offered();
        if (offered == null) return Pages.to(BookStep.WHAT.path());
        var kept = Objects.requireNonNullElse(open.answers().matter(), MatterForm.empty());
        if (again != null) errors(model, way.errors(offered, kept));
        var start = "start".equals(topic) ? choices.say("consultation.topic.start") : null;
        model.addAttribute("matterForm", kept.begun(offered, start));
        return new ModelAndView(about(model, open, then));
    }

    @PostMapping("/about")
    ModelAndView about(
            @CurrentPerson PersonId who,
            @Valid MatterForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String then,
            @RequestParam(required = false) @Nullable String later,
            Model model,
            RedirectAttributes flash) {
        way.keep(who, form);
        if (later != null) return Pages.done(flash, "consultation.saved").at("/requests");
        var open = way.open(who);
        var offered = open.offered();
        if (offered == null) return Pages.to(BookStep.WHAT.path() + "?again=1");
        way.examine(offered, form, errors);
        if (errors.hasErrors()) return again(about(model, open, then), model);
        return Pages.to(onwards(BookStep.TIME, then).path());
    }

    /** The free times. */
    @GetMapping("/time")
    ModelAndView time(@CurrentPerson PersonId who, TimeQuery query, Model model) {
        var open = way.open(who);
        if (!open.knowsWhatFor()) return back(open);
        var chosen = open.answers().chosen();
        var form = TimeForm.of(chosen == null ? "" : chosen.starts().toString(), chosen != null && chosen.same());
        model.addAttribute("timeForm", form);
        return new ModelAndView(time(model, who, open, query, null));
    }

    /** A chosen time is held while the form is finished. */
    @PostMapping("/time")
    ModelAndView time(@CurrentPerson PersonId who, @Valid TimeForm form, BindingResult errors, Model model) {
        var open = way.open(who);
        if (!open.knowsWhatFor()) return back(open);
        if (!errors.hasErrors()) {
            try {
                way.choose(
                        who,
                        form.moment(),
                        form.wantsSame(),
                        form.query().zoneId().orElse(null));
                return Pages.to(BookStep.CHECK.path());
            } catch (Refusal refusal) {
                refusal.into(errors);
            }
        }
        return again(time(model, who, open, form.query(), moment(form.starts())), model);
    }

    /** No time suits: when would one? */
    @GetMapping("/wishes")
    ModelAndView wishes(@CurrentPerson PersonId who, Model model) {
        var open = way.open(who);
        if (!open.knowsWhatFor()) return back(open);
        var kept = open.answers().wish();
        model.addAttribute("wishForm", kept == null ? new WishForm("") : kept);
        return new ModelAndView(wishes(model, open));
    }

    @PostMapping("/wishes")
    ModelAndView wishes(
            @CurrentPerson PersonId who,
            @Valid WishForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String later,
            Model model,
            RedirectAttributes flash) {
        way.keep(who, form);
        if (later != null) return Pages.done(flash, "consultation.saved").at("/requests");
        if (errors.hasErrors()) return again(wishes(model, way.open(who)), model);
        return Pages.to(BookStep.CHECK.path());
    }

    /** The answers so far, to be checked; leads back to the first page that is not answered well. */
    @GetMapping("/check")
    ModelAndView check(@CurrentPerson PersonId who, Model model) {
        var open = way.open(who);
        if (way.next(open) != BookStep.CHECK) return back(open);
        var chosen = open.answers().chosen();
        model.addAttribute(
                "timeForm", TimeForm.of(chosen == null ? "" : chosen.starts().toString(), false));
        return new ModelAndView(check(model, open));
    }

    /** Sends it; where the time was taken meanwhile, another free one can be chosen on the same page. */
    @PostMapping("/check")
    ModelAndView send(
            @CurrentPerson PersonId who,
            @Valid TimeForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String once,
            Model model) {
        try {
            if (!errors.hasErrors()) return Pages.to(way.send(who, once, moment(form.starts())));
        } catch (NothingToSend incomplete) {
            return Pages.to(BookStep.CHECK.path());
        } catch (Refusal refusal) {
            refusal.into(errors);
        }
        return refused(who, form, errors, model);
    }

    /** Holds the chosen time five more minutes. */
    @PostMapping("/keep")
    ModelAndView keep(@CurrentPerson PersonId who, Model model) {
        try {
            way.keepHolding(who);
            return Pages.to(BookStep.CHECK.path());
        } catch (NothingToSend incomplete) {
            return Pages.to(BookStep.CHECK.path());
        } catch (Refusal refusal) {
            var form = TimeForm.of("", false);
            var errors = new BeanPropertyBindingResult(form, "timeForm");
            refusal.into(errors);
            return refused(who, form, errors, model);
        }
    }

    /** "Check your answers" once more, with the next free times in place of the one that cannot be had. */
    private ModelAndView refused(PersonId who, TimeForm form, BindingResult errors, Model model) {
        var open = way.open(who);
        if (way.next(open) != BookStep.CHECK) return back(open);
        var chosen = open.answers().chosen();
        model.addAttribute("timeForm", form);
        errors(model, errors);
        if (chosen != null) {
            var from = Objects.requireNonNullElse(moment(form.starts()), chosen.starts());
            model.addAttribute("instead", way.nextTimes(open, from));
        }
        return again(check(model, open), model);
    }

    /** Shows what is wrong on a page that was answered, or the page itself where it was not. */
    private ModelAndView back(OpenDraft open) {
        var step = way.next(open);
        boolean answered = step == BookStep.WHAT
                ? open.answers().what() != null
                : step == BookStep.ABOUT && open.answers().matter() != null;
        return Pages.to(step.path() + (answered ? "?again=1&then=check" : ""));
    }

    private static BookStep onwards(BookStep next, @Nullable String then) {
        return "check".equals(then) ? BookStep.CHECK : next;
    }

    private static @Nullable Instant moment(String typed) {
        try {
            return Instant.parse(typed);
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    private static ModelAndView again(String view, Model model) {
        model.addAttribute("failed", true);
        return Pages.again(view);
    }

    private static void errors(Model model, BindingResult errors) {
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + errors.getObjectName(), errors);
    }

    private static String what(Model model, OpenDraft open, @Nullable String topic, @Nullable String then) {
        model.addAttribute("offers", open.offers());
        model.addAttribute("topic", topic);
        return page(model, BookStep.WHAT, then, open);
    }

    private String about(Model model, OpenDraft open, @Nullable String then) {
        model.addAttribute("offered", open.offered());
        model.addAttribute("accounts", registry.published());
        return page(model, BookStep.ABOUT, then, open);
    }

    private String time(Model model, PersonId who, OpenDraft open, TimeQuery query, @Nullable Instant taken) {
        var before = way.hostBefore(who, open).orElse(null);
        model.addAttribute("times", way.times(open, before, query, taken));
        model.addAttribute("before", before);
        model.addAttribute("offered", open.offered());
        model.addAttribute("matter", open.answers().matter());
        model.addAttribute("wishes", WISHES);
        return page(model, BookStep.TIME, null, open);
    }

    private static String wishes(Model model, OpenDraft open) {
        page(model, BookStep.TIME, null, open);
        return "consultation/book-wishes";
    }

    private String check(Model model, OpenDraft open) {
        model.addAttribute("answers", way.answers(open));
        model.addAttribute("chosen", open.answers().chosen());
        model.addAttribute("matter", open.answers().matter());
        model.addAttribute("wish", open.answers().wish());
        model.addAttribute("held", way.held(open).orElse(null));
        model.addAttribute("once", open.owner());
        return page(model, BookStep.CHECK, null, open);
    }

    private static String page(Model model, BookStep step, @Nullable String then, OpenDraft open) {
        model.addAttribute("book", new BookPage(step, "check".equals(then), open.savedAt()));
        return "consultation/book-" + step.name().toLowerCase(Locale.ROOT);
    }
}
