package org.ambassadorportal.desk;

import jakarta.validation.Valid;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Canned replies, the team's and one's own. */
@Controller
class CannedController {

    private static final String FORM = "desk/canned-form";

    private final CannedReplies replies;
    private final Variables variables;

    CannedController(CannedReplies replies, Variables variables) {
        this.replies = replies;
        this.variables = variables;
    }

    @GetMapping("/desk/canned")
    String list(@CurrentPerson PersonId who, Model model) {
        model.addAttribute("replies", replies.of(who));
        return "desk/canned";
    }

    @GetMapping("/desk/canned/new")
    String begin(Model model) {
        model.addAttribute("form", CannedForm.empty());
        model.addAttribute("variables", variables.known());
        return FORM;
    }

    @PostMapping("/desk/canned")
    ModelAndView add(
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("form") CannedForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return save(errors, model, flash, form, () -> replies.add(who, form));
    }

    @GetMapping("/desk/canned/{id}")
    String edit(@PathVariable CannedId id, @CurrentPerson PersonId who, Model model) {
        var canned = replies.get(id, who);
        model.addAttribute("canned", canned);
        model.addAttribute("form", CannedForm.of(canned));
        model.addAttribute("variables", variables.known());
        return FORM;
    }

    @PostMapping("/desk/canned/{id}")
    ModelAndView change(
            @PathVariable CannedId id,
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("form") CannedForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        var present = replies.find(id, who);
        if (present.isEmpty()) {
            // Somebody may have removed it meanwhile: what was typed can be kept as a new one.
            new Refusal("title", "desk.canned.gone").into(errors);
            model.addAttribute("failed", true);
            model.addAttribute("variables", variables.known());
            return new ModelAndView(FORM, HttpStatus.NOT_FOUND);
        }
        var canned = present.get();
        model.addAttribute("canned", canned);
        try {
            return save(errors, model, flash, form, () -> replies.change(id, who, form));
        } catch (StaleEdit late) {
            model.addAttribute("theirs", canned);
            model.addAttribute("form", form.onto(canned));
            model.addAttribute("variables", variables.known());
            return new ModelAndView(FORM, HttpStatus.CONFLICT);
        }
    }

    private ModelAndView save(
            BindingResult errors, Model model, RedirectAttributes flash, CannedForm form, Runnable saves) {
        if (!errors.hasErrors()) {
            try {
                saves.run();
                return Pages.done(flash, "desk.canned.saved", form.named()).at("/desk/canned");
            } catch (Refusal refusal) {
                refusal.into(errors);
            }
        }
        model.addAttribute("failed", true);
        model.addAttribute("variables", variables.known());
        return Pages.again(FORM);
    }

    @PostMapping("/desk/canned/{id}/remove")
    ModelAndView remove(@PathVariable CannedId id, @CurrentPerson PersonId who, RedirectAttributes flash) {
        var title = replies.get(id, who).title();
        replies.remove(id, who);
        return Pages.done(flash, "desk.canned.removed", title).at("/desk/canned");
    }
}
