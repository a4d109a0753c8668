package org.ambassadorportal.desk;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which the team writes down what somebody asked for, and on which the rest is said later. */
@Controller
class OnBehalfController {

    private static final String REST = "desk/told";

    private final OnBehalf onBehalf;
    private final Kinds kinds;

    OnBehalfController(OnBehalf onBehalf, Kinds kinds) {
        this.onBehalf = onBehalf;
        this.kinds = kinds;
    }

    @GetMapping("/desk/new")
    String form(Model model) {
        model.addAttribute("form", OnBehalfForm.empty());
        return page(model);
    }

    private String page(Model model) {
        model.addAttribute("ways", OnBehalfForm.Way.values());
        model.addAttribute("kinds", kinds.all());
        return "desk/new";
    }

    @PostMapping("/desk/new")
    ModelAndView write(
            @CurrentPerson SignedIn who,
            @Valid @ModelAttribute("form") OnBehalfForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                return written(onBehalf.write(who, form), flash);
            } catch (Refusal refusal) {
                refusal.into(errors);
            }
        }
        model.addAttribute("failed", true);
        return Pages.again(page(model));
    }

    private ModelAndView written(Reference reference, RedirectAttributes flash) {
        var rest = onBehalf.find(reference);
        var item = onBehalf.item(reference);
        Pages.say(flash, "desk.new.done", reference.toString(), item.requesterName());
        return rest.isPresent() ? Pages.to("/desk/new/{ref}", reference) : Pages.to(item.path());
    }

    /** People who fit what was typed so far. */
    @GetMapping("/desk/new/people")
    String people(@RequestParam(required = false) @Nullable String askerMail, Model model) {
        model.addAttribute("people", onBehalf.suggest(askerMail));
        return "desk/new :: people";
    }

    /** What the intake asks. */
    @GetMapping("/desk/new/{ref}")
    ModelAndView rest(@PathVariable Reference ref, Model model) {
        var told = onBehalf.find(ref);
        if (told.isEmpty()) return Pages.to(onBehalf.item(ref).path());
        return fresh(model, told.get(), true);
    }

    @PostMapping("/desk/new/{ref}")
    ModelAndView keep(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes flash) {
        var told = onBehalf.read(ref, flat(sent));
        if (told.wrong()) return show(model, told, true, HttpStatus.UNPROCESSABLE_CONTENT);
        try {
            boolean whole = onBehalf.keep(told, who);
            return Pages.done(flash, whole ? "desk.told.whole" : "desk.told.kept")
                    .at(told.item().path());
        } catch (Refusal refusal) {
            refusal.into(told.errors());
            return show(model, told, true, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Conflict late) {
            return late(model, told, onBehalf.find(ref).orElse(told), late, true);
        }
    }

    /** The same page for its requester. */
    @GetMapping("/requests/{ref}/complete")
    ModelAndView mine(@PathVariable Reference ref, @CurrentPerson PersonId who, Model model) {
        var told = onBehalf.mine(ref, who);
        if (told.isEmpty()) return Pages.to("/requests/{ref}", ref);
        return fresh(model, told.get(), false);
    }

    @PostMapping("/requests/{ref}/complete")
    ModelAndView keepMine(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes flash) {
        var told = onBehalf.readMine(ref, flat(sent), who);
        if (told.wrong()) return show(model, told, false, HttpStatus.UNPROCESSABLE_CONTENT);
        try {
            boolean whole = onBehalf.keepMine(told, who);
            return Pages.done(flash, whole ? "desk.complete.whole" : "desk.complete.kept")
                    .at("/requests/{ref}", ref);
        } catch (Refusal refusal) {
            refusal.into(told.errors());
            return show(model, told, false, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Conflict late) {
            return late(model, told, onBehalf.mine(ref, who).orElse(told), late, false);
        }
    }

    /** Several answers to one question become lines. */
    private static Map<String, String> flat(MultiValueMap<String, String> sent) {
        var flat = new LinkedHashMap<String, String>();
        sent.forEach((name, texts) -> flat.put(name, texts.stream().collect(Collectors.joining("\n"))));
        return flat;
    }

    /** As it opens: what is missing is no mistake yet. */
    private ModelAndView fresh(Model model, Told told, boolean team) {
        return show(model, told.unjudged(), team, HttpStatus.OK);
    }

    /** What was typed stays in the fields, and what somebody else said meanwhile stands above them. */
    private ModelAndView late(Model model, Told typed, Told present, Conflict late, boolean team) {
        model.addAttribute("trouble", late);
        model.addAttribute("present", onBehalf.rows(present));
        return show(model, typed.unjudged().at(present.version()), team, HttpStatus.CONFLICT);
    }

    private static ModelAndView show(Model model, Told told, boolean team, HttpStatus status) {
        model.addAttribute("rest", told);
        model.addAttribute("team", team);
        model.addAttribute("told", told.answers());
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "told", told.errors());
        if (status == HttpStatus.UNPROCESSABLE_CONTENT) model.addAttribute("failed", true);
        return new ModelAndView(REST, status);
    }
}
