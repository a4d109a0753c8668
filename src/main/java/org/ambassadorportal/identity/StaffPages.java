package org.ambassadorportal.identity;

import jakarta.validation.Valid;
import java.util.Objects;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.Ids;
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

/** People as admins see and change them. */
@Controller
@RequestMapping("/admin/people")
class StaffPages {

    private final Staff staff;
    private final Submissions submissions;

    StaffPages(Staff staff, Submissions submissions) {
        this.staff = staff;
        this.submissions = submissions;
    }

    @ModelAttribute("roles")
    Role[] roles() {
        return Role.values();
    }

    @GetMapping
    String list(StaffFilter filter, @RequestParam @Nullable String after, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("people", staff.list(filter, after));
        model.addAttribute("counts", staff.counts(filter));
        model.addAttribute("after", after);
        return "identity/people";
    }

    @GetMapping("/new")
    String invite(Model model) {
        model.addAttribute(
                "form", new InviteForm(null, null, Role.STAFF, Ids.next().toString()));
        return "identity/invite";
    }

    @PostMapping
    ModelAndView invite(
            @Valid @ModelAttribute("form") InviteForm form, BindingResult errors, RedirectAttributes flash) {
        if (errors.hasErrors()) return Pages.again("identity/invite");
        try {
            var id = submissions.once(form.once(), () -> invited(form).toString());
            return Pages.done(flash, "staff.invited", form.typedName()).at("/admin/people/{id}", id);
        } catch (Refusal refusal) {
            refusal.into(errors);
            return Pages.again("identity/invite");
        }
    }

    private PersonId invited(InviteForm form) {
        return staff.invite(form.typedName(), Objects.requireNonNull(form.mail()), Objects.requireNonNull(form.role()));
    }

    @GetMapping("/{id}")
    ModelAndView person(@PathVariable PersonId id, @CurrentPerson PersonId who) {
        var person = staff.get(id);
        return page(new ModelAndView("identity/person"), person, who).addObject("form", StaffForm.of(person));
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable PersonId id,
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("form") StaffForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        if (errors.hasErrors()) return page(Pages.again("identity/person"), staff.get(id), who);
        try {
            var role = Objects.requireNonNull(form.role());
            staff.change(id, form.typedName(), role, form.leads(), form.version(), who);
            return Pages.done(flash, "staff.changed", form.typedName()).at("/admin/people/{id}", id);
        } catch (Refusal refusal) {
            refusal.into(errors);
            return page(Pages.again("identity/person"), staff.get(id), who);
        } catch (Conflict conflict) {
            return both(id, form, who, conflict);
        }
    }

    @PostMapping("/{id}/disable")
    ModelAndView disable(
            @PathVariable PersonId id,
            @CurrentPerson PersonId who,
            @RequestParam @Nullable Long version,
            RedirectAttributes flash) {
        return verb(id, who, () -> {
            staff.disable(id, version, who);
            return Pages.done(flash, "staff.disabled", staff.get(id).name()).at("/admin/people/{id}", id);
        });
    }

    @PostMapping("/{id}/enable")
    ModelAndView enable(
            @PathVariable PersonId id,
            @CurrentPerson PersonId who,
            @RequestParam @Nullable Long version,
            RedirectAttributes flash) {
        return verb(id, who, () -> {
            staff.enable(id, version);
            return Pages.done(flash, "staff.enabled", staff.get(id).name()).at("/admin/people/{id}", id);
        });
    }

    @PostMapping("/{id}/link")
    ModelAndView link(@PathVariable PersonId id, @CurrentPerson PersonId who, RedirectAttributes flash) {
        return verb(id, who, () -> {
            staff.sendLink(id);
            return Pages.done(flash, "staff.link-sent", staff.get(id).mail()).at("/admin/people/{id}", id);
        });
    }

    /** A button that the person's page no longer fits: the page once more, as it is now, and why. */
    private ModelAndView verb(PersonId id, PersonId who, java.util.function.Supplier<ModelAndView> work) {
        try {
            return work.get();
        } catch (Conflict | Refusal no) {
            var person = staff.get(id);
            return page(new ModelAndView("identity/person", no.status()), person, who)
                    .addObject("form", StaffForm.of(person))
                    .addObject("trouble", no);
        }
    }

    /** Two admins changed one person: both versions, and the typed one can be sent again. */
    private ModelAndView both(PersonId id, StaffForm form, PersonId who, Conflict conflict) {
        var present = staff.get(id);
        return page(new ModelAndView("identity/person", HttpStatus.CONFLICT), present, who)
                .addObject("form", form.on(present))
                .addObject("theirs", conflict instanceof StaleEdit ? present : null)
                .addObject("trouble", conflict instanceof StaleEdit ? null : conflict);
    }

    private static ModelAndView page(ModelAndView page, StaffRow person, PersonId who) {
        return page.addObject("person", person).addObject("self", person.id().equals(who));
    }
}
