package org.ambassadorportal.freeze;

import jakarta.validation.Valid;
import org.ambassadorportal.desk.ItemPage;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.NotAllowed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The comms team's three words about an exception, sent from the desk's page of the item. */
@Controller
class ExceptionDeskController {

    private static final String ITEM = "/desk/exceptions/{ref}";

    private final ExceptionReviews reviews;
    private final ItemPage items;

    ExceptionDeskController(ExceptionReviews reviews, ItemPage items) {
        this.reviews = reviews;
        this.items = items;
    }

    @PostMapping(ITEM + "/recommend")
    ModelAndView recommend(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid ReviewForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return said(
                ref,
                who,
                errors,
                model,
                flash,
                "freeze.flash.recommended",
                () -> reviews.recommend(ref, who, form.review()));
    }

    @PostMapping(ITEM + "/not-recommend")
    ModelAndView notRecommend(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid ReviewForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        if (form.blank()) errors.rejectValue("review", "freeze.review.words.missing");
        return said(
                ref,
                who,
                errors,
                model,
                flash,
                "freeze.flash.not-recommended",
                () -> reviews.notRecommend(ref, who, form.said()));
    }

    @PostMapping(ITEM + "/ask")
    ModelAndView ask(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid ReviewForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        if (form.blank()) errors.rejectValue("review", "freeze.review.question.missing");
        return said(ref, who, errors, model, flash, "freeze.flash.asked", () -> reviews.query(ref, who, form.said()));
    }

    private ModelAndView said(
            Reference ref,
            PersonId who,
            BindingResult errors,
            Model model,
            RedirectAttributes flash,
            String done,
            Runnable act) {
        if (errors.hasErrors()) return items.again(model, ref, who);
        try {
            act.run();
            return items.decided(flash, ref, done);
        } catch (Conflict conflict) {
            return items.conflict(model, ref, who, conflict);
        } catch (NotAllowed notAllowed) {
            errors.reject(notAllowed.key(), notAllowed.getArguments(), notAllowed.key());
            return items.again(model, ref, who);
        }
    }
}
