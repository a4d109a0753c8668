package org.ambassadorportal.desk;

import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.stream.Collectors;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.StaleEdit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** On which leads say who takes part where items are given out fairly. */
@Controller
class AssignmentController {

    private static final String PAGE = "desk/assignment";

    private final FairAssignment fair;
    private final Queue queue;
    private final Kinds kinds;

    AssignmentController(FairAssignment fair, Queue queue, Kinds kinds) {
        this.fair = fair;
        this.queue = queue;
        this.kinds = kinds;
    }

    @GetMapping("/desk/assignment")
    String show(Model model) {
        fill(model);
        return PAGE;
    }

    private void fill(Model model) {
        var rules = fair.rules();
        var all = new HashMap<String, FairAssignment.Rule>();
        for (var kind : kinds.all())
            all.put(
                    kind.key(),
                    rules.getOrDefault(kind.key(), new FairAssignment.Rule(kind.key(), false, new HashMap<>(), 0)));
        model.addAttribute("rules", all);
        model.addAttribute("team", queue.team());
        model.addAttribute("shares", AssignmentForm.SHARES);
    }

    @PostMapping("/desk/assignment")
    ModelAndView set(
            @Valid @ModelAttribute("form") AssignmentForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        var kind = String.valueOf(form.kind());
        if (errors.hasErrors()) return again(model);
        var team = queue.team().stream().map(PersonRow::id).collect(Collectors.toSet());
        try {
            fair.rule(form.rule(kind, team));
        } catch (StaleEdit late) {
            fill(model);
            model.addAttribute("trouble", late);
            return new ModelAndView(PAGE, HttpStatus.CONFLICT);
        }
        return Pages.done(flash, "desk.fair.set.done", kinds.label(kind)).at("/desk/assignment");
    }

    private ModelAndView again(Model model) {
        fill(model);
        model.addAttribute("failed", true);
        return Pages.again(PAGE);
    }
}
