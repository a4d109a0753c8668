package org.ambassadorportal.desk;

import jakarta.validation.Valid;
import java.time.Duration;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
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

/** One thing done to many items of the list. */
@Controller
class BulkController {

    private static final String ASK = "desk/bulk";
    private static final int NAMED = 12;

    /** So long whoever began it waits; what is not done by then goes on by itself. */
    private static final Duration AT_ONCE = Duration.ofMillis(1500);

    private final Bulks bulks;
    private final BulkWork work;
    private final FilterWords words;

    BulkController(Bulks bulks, BulkWork work, FilterWords words) {
        this.bulks = bulks;
        this.work = work;
        this.words = words;
    }

    /** Says how many items were chosen, and asks what exactly is to be done to them. */
    @GetMapping("/desk/bulk")
    ModelAndView ask(
            @ModelAttribute("form") BulkForm form,
            BindingResult errors,
            @CurrentPerson SignedIn who,
            Model model,
            RedirectAttributes flash) {
        var act = BulkAct.of(form.act());
        if (act.isEmpty() || bulks.count(form, who) == 0) {
            Pages.say(flash, "desk.bulk.none");
            return Pages.toAddress(form.filter().address());
        }
        model.addAttribute("form", form.asked());
        return asked(form, act.get(), who, model);
    }

    private ModelAndView asked(BulkForm form, BulkAct act, SignedIn who, Model model) {
        int count = bulks.count(form, who);
        model.addAttribute("act", act);
        model.addAttribute("count", count);
        model.addAttribute("tooMany", count > Bulks.MOST);
        model.addAttribute("first", bulks.first(form, who, NAMED));
        model.addAttribute("back", form.filter().address());
        model.addAttribute("shows", form.whole() ? words.of(form.filter()) : null);
        if (act == BulkAct.ASSIGN) model.addAttribute("team", bulks.team());
        if (act == BulkAct.REPLY) model.addAttribute("replies", bulks.replies(who));
        model.addAttribute("priorities", Priority.values());
        model.addAttribute("outcomes", Questions.OUTCOMES.stream().sorted().toList());
        model.addAttribute("choices", StandForm.Choice.values());
        return new ModelAndView(ASK);
    }

    @PostMapping("/desk/bulk")
    ModelAndView begin(
            @Valid @ModelAttribute("form") BulkForm form,
            BindingResult errors,
            @CurrentPerson SignedIn who,
            Model model) {
        var act = BulkAct.of(form.act()).orElseThrow(NotFound::new);
        if (errors.hasErrors()) return again(asked(form, act, who, model), HttpStatus.UNPROCESSABLE_CONTENT);
        try {
            var id = bulks.begin(form, who);
            work.go(id, AT_ONCE);
            return Pages.to("/desk/bulk/{id}", id);
        } catch (Refusal refusal) {
            refusal.into(errors);
            var stale = refusal.key().equals("desk.bulk.changed");
            return again(asked(form, act, who, model), stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static ModelAndView again(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }

    /** How far it is, and what was not done and why. */
    @GetMapping("/desk/bulk/{id}")
    String report(@PathVariable BulkId id, Model model) {
        model.addAttribute("bulk", bulks.page(id));
        return "desk/bulk-report";
    }

    @PostMapping("/desk/bulk/{id}/stop")
    ModelAndView stop(@PathVariable BulkId id, RedirectAttributes flash) {
        bulks.page(id);
        bulks.stop(id);
        return Pages.done(flash, "desk.bulk.stopped").at("/desk/bulk/{id}", id);
    }
}
