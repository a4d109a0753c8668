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

/** What an item has to do with others: merged, linked, split off. */
@Controller
class RelatedController {

    /** What is to be taken out again. */
    record UndoForm(@PlainText(max = 40) @Nullable String merged) {

        Reference reference() {
            return Reference.of(String.valueOf(merged));
        }
    }

    private final Merges merges;
    private final Links links;
    private final Splits splits;
    private final ItemPage page;

    RelatedController(Merges merges, Links links, Splits splits, ItemPage page) {
        this.merges = merges;
        this.links = links;
        this.splits = splits;
        this.page = page;
    }

    @PostMapping("/desk/{kind}/{ref}/merge")
    ModelAndView merge(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("mergeForm") MergeForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        Runnable merging = () -> merges.merge(ref, who, form);
        return page.decide(ref, who, model, errors, flash, merging, "desk.done.merged", ref);
    }

    @PostMapping("/desk/{kind}/{ref}/unmerge")
    ModelAndView undo(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("undoing") UndoForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        Runnable undoing = () -> merges.undo(form.reference(), who);
        return page.decide(
                ref, who, model, errors, flash, undoing, "desk.done.unmerged", String.valueOf(form.merged()));
    }

    @PostMapping("/desk/{kind}/{ref}/link")
    ModelAndView link(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("linkForm") LinkForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return page.decide(ref, who, model, errors, flash, () -> links.add(ref, who, form), "desk.done.linked");
    }

    @PostMapping("/desk/{kind}/{ref}/unlink")
    ModelAndView unlink(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("linkForm") LinkForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return page.decide(ref, who, model, errors, flash, () -> links.remove(ref, who, form), "desk.done.unlinked");
    }

    @PostMapping("/desk/{kind}/{ref}/split")
    ModelAndView split(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("splitForm") SplitForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return page.decide(ref, who, model, errors, flash, () -> splits.split(ref, who, form), "desk.done.split");
    }
}
