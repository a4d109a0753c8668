package org.ambassadorportal.desk;

import jakarta.validation.Valid;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The form for a question. */
@Controller
class QuestionController {

    private final Questions questions;

    QuestionController(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/requests/new/question")
    String form(Model model) {
        model.addAttribute("form", QuestionForm.empty());
        return "desk/question";
    }

    @PostMapping("/requests/new/question")
    ModelAndView ask(
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("form") QuestionForm form,
            BindingResult errors,
            Model model) {
        if (!errors.hasErrors()) {
            try {
                return Pages.to(Desk.DONE, questions.ask(who, form));
            } catch (Refusal refusal) {
                refusal.into(errors);
            }
        }
        model.addAttribute("failed", true);
        return Pages.again("desk/question");
    }
}
