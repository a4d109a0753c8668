package org.ambassadorportal.offering;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.kernel.Submissions;
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

/** What is on offer, as admins see and change it. */
@Controller
@RequestMapping("/admin/offerings")
class OfferingPages {

    private static final String LIST = "/admin/offerings";
    private static final String VIEW = "offering/offering";

    /** Something to choose. */
    record Choice(Object value, String label) {}

    private final Offerings offerings;
    private final OfferingEditing editing;
    private final People people;
    private final Submissions submissions;

    OfferingPages(Offerings offerings, OfferingEditing editing, People people, Submissions submissions) {
        this.offerings = offerings;
        this.editing = editing;
        this.people = people;
        this.submissions = submissions;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("offerings", offerings.all());
        model.addAttribute(
                "names",
                people.commsTeam().stream()
                        .collect(Collectors.toMap(member -> member.id().value(), PersonRow::name)));
        return "offering/offerings";
    }

    @GetMapping("/new")
    ModelAndView add() {
        return filled(new ModelAndView(VIEW).addObject("form", OfferingForm.usual()), null);
    }

    @PostMapping
    ModelAndView add(@Valid @ModelAttribute("form") OfferingForm form, BindingResult errors, RedirectAttributes flash) {
        var terms = form.read(OfferingId.next(), form.kind(), team(), errors);
        if (terms.isEmpty()) return filled(Pages.again(VIEW), null);
        try {
            var id = submissions.once(form.once(), () -> {
                editing.add(terms.get());
                return terms.get().id().toString();
            });
            return Pages.done(flash, "offering.added", terms.get().name()).at(LIST + "/{id}", id);
        } catch (Refusal refusal) {
            refusal.into(errors);
            return filled(Pages.again(VIEW), null);
        }
    }

    @GetMapping("/{id}")
    ModelAndView edit(@PathVariable OfferingId id) {
        var present = editing.get(id);
        var form = OfferingForm.of(present.offered(), present.version());
        return filled(new ModelAndView(VIEW).addObject("form", form), present.offered());
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable OfferingId id,
            @Valid @ModelAttribute("form") OfferingForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var present = editing.get(id);
        var terms = form.read(id, present.offered().kind(), team(present.offered()), errors);
        if (terms.isEmpty()) return filled(Pages.again(VIEW), present.offered());
        try {
            editing.change(terms.get(), form.version());
            return Pages.done(flash, "offering.saved", terms.get().name()).at(LIST);
        } catch (StaleEdit stale) {
            return both(form, editing.get(id));
        }
    }

    private ModelAndView both(OfferingForm form, OfferingEditing.Present present) {
        var theirs = OfferingForm.of(present.offered(), present.version());
        var answer = new ModelAndView(VIEW, HttpStatus.CONFLICT)
                .addObject("differences", form.differences(theirs))
                .addObject("form", form.on(present.version()));
        return filled(answer, present.offered());
    }

    /** Adds an empty question or takes one away; nothing is saved by it. */
    @PostMapping({"/rows", "/{id}/rows"})
    ModelAndView rows(
            @PathVariable Optional<OfferingId> id,
            @RequestParam @Nullable Integer less,
            @ModelAttribute("form") OfferingForm form,
            BindingResult errors,
            Model model) {
        var offered = id.map(editing::get).map(OfferingEditing.Present::offered).orElse(null);
        if (errors.hasErrors()) return filled(Pages.again(VIEW), offered);
        // The rows have other places now, so what is known of the old ones is forgotten.
        model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
        var changed = less == null ? form.more() : form.without(less);
        return filled(new ModelAndView(VIEW).addObject("form", changed), offered);
    }

    @PostMapping("/{id}/up")
    ModelAndView up(@PathVariable OfferingId id) {
        editing.move(id, true);
        return Pages.to(LIST);
    }

    @PostMapping("/{id}/down")
    ModelAndView down(@PathVariable OfferingId id) {
        editing.move(id, false);
        return Pages.to(LIST);
    }

    private Predicate<PersonId> team() {
        var ids = people.commsTeam().stream().map(PersonRow::id).collect(Collectors.toSet());
        return ids::contains;
    }

    /** Whoever hosts it already may stay, also when they left the team. */
    private Predicate<PersonId> team(Offered present) {
        return team().or(present.hosts()::contains);
    }

    private ModelAndView filled(ModelAndView answer, @Nullable Offered offered) {
        return answer.addObject("offered", offered)
                .addObject(
                        "team",
                        people.commsTeam().stream()
                                .map(member -> new Choice(member.id().value(), member.name()))
                                .toList())
                .addObject("kinds", Arrays.asList(OfferingKind.values()))
                .addObject("formats", Arrays.asList(Format.values()));
    }
}
