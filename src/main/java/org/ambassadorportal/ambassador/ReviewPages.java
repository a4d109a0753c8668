package org.ambassadorportal.ambassador;

import jakarta.validation.Valid;
import org.ambassadorportal.desk.ItemPage;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.Pages;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the comms team decides: on enrollments from the desk's page of the item, on pages from a page of their own. */
@Controller
class ReviewPages {

    private final Reviewing reviewing;
    private final Profiles profiles;
    private final ItemPage item;

    ReviewPages(Reviewing reviewing, Profiles profiles, ItemPage item) {
        this.reviewing = reviewing;
        this.profiles = profiles;
        this.item = item;
    }

    @PostMapping("/desk/enrollments/{ref}/approve")
    ModelAndView approve(
            @CurrentPerson PersonId who,
            @PathVariable Reference ref,
            @ModelAttribute("approval") EnrollmentKind.Approval form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return item.decide(
                ref,
                who,
                model,
                errors,
                flash,
                () -> reviewing.approve(ref, who, form.version()),
                reviewing.isChange(ref) ? "review.approved.change" : "review.approved",
                ref);
    }

    @PostMapping("/desk/enrollments/{ref}/ask")
    ModelAndView ask(
            @CurrentPerson PersonId who,
            @PathVariable Reference ref,
            @Valid @ModelAttribute("asking") WordsForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return item.decide(
                ref,
                who,
                model,
                errors,
                flash,
                () -> reviewing.askChanges(ref, who, form.said(), form.version()),
                "review.asked",
                ref);
    }

    @PostMapping("/desk/enrollments/{ref}/decline")
    ModelAndView decline(
            @CurrentPerson PersonId who,
            @PathVariable Reference ref,
            @Valid @ModelAttribute("declining") ReasonForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return item.decide(
                ref,
                who,
                model,
                errors,
                flash,
                () -> reviewing.decline(ref, who, form.said(), form.version()),
                "review.declined",
                ref);
    }

    @GetMapping("/desk/enrollments/{ref}/photo")
    ResponseEntity<byte[]> photo(@PathVariable Reference ref) {
        var photo = reviewing.photo(ref);
        return DirectoryPages.picture(photo)
                .cacheControl(CacheControl.noStore())
                .body(photo.bytes());
    }

    @GetMapping("/desk/ambassadors")
    String outOfSight(Model model) {
        model.addAttribute("pages", profiles.outOfSight());
        return "ambassador/out-of-sight";
    }

    @GetMapping("/desk/ambassadors/{slug}")
    String page(@CurrentPerson PersonId who, @PathVariable String slug, Model model) {
        model.addAttribute("page", profiles.forTeam(slug));
        model.addAttribute("who", who);
        if (!model.containsAttribute("form")) model.addAttribute("form", new ReasonForm(null, null));
        return "ambassador/team";
    }

    @PostMapping("/desk/ambassadors/{slug}/suspend")
    ModelAndView suspend(
            @CurrentPerson PersonId who,
            @PathVariable String slug,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) return Pages.again(page(who, slug, model));
        return change(() -> reviewing.suspend(slug, who, form.said()), who, slug, model, flash, "page.suspended");
    }

    @PostMapping("/desk/ambassadors/{slug}/restore")
    ModelAndView restore(
            @CurrentPerson PersonId who, @PathVariable String slug, Model model, RedirectAttributes flash) {
        return change(() -> reviewing.restore(slug, who), who, slug, model, flash, "page.restored");
    }

    private ModelAndView change(
            Runnable change, PersonId who, String slug, Model model, RedirectAttributes flash, String done) {
        try {
            change.run();
        } catch (Conflict conflict) {
            model.addAttribute("trouble", conflict);
            return new ModelAndView(page(who, slug, model), HttpStatus.CONFLICT);
        }
        return Pages.done(flash, done).at("/desk/ambassadors/{slug}", slug);
    }
}
