package org.ambassadorportal.desk;

import jakarta.validation.Valid;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tags on an item. */
@Controller
class TagController {

    private final Tags tags;
    private final ItemPage page;

    TagController(Tags tags, ItemPage page) {
        this.tags = tags;
        this.page = page;
    }

    @PostMapping("/desk/{kind}/{ref}/tag")
    ModelAndView add(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("tagging") TagForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        Runnable adds = () -> tags.add(ref, who, form.tags());
        return page.decide(ref, who, model, errors, flash, adds, "desk.done.tagged");
    }

    @PostMapping("/desk/{kind}/{ref}/untag")
    ModelAndView remove(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("tagging") TagForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        Runnable removes = () -> tags.remove(ref, who, String.valueOf(form.tag()));
        return page.decide(ref, who, model, errors, flash, removes, "desk.done.untagged");
    }

    /** What is offered while one types a tag. */
    @GetMapping("/desk/tags")
    String suggest(@RequestParam @Nullable String tag, Model model) {
        model.addAttribute("suggested", tags.suggest(tag));
        return "desk/tags :: options";
    }
}
