package org.ambassadorportal.ambassador;

import jakarta.validation.Valid;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.kernel.WebSettings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person sees of themselves, and what they do with their page. */
@Controller
@RequestMapping("/me")
class MePages {

    private final OwnPage own;
    private final WebSettings web;

    MePages(OwnPage own, WebSettings web) {
        this.own = own;
        this.web = web;
    }

    @GetMapping
    String me(@CurrentPerson PersonId who, Model model) {
        var me = own.of(who);
        model.addAttribute("me", me);
        if (me.page() != null)
            model.addAttribute("address", web.url("/ambassadors/" + me.page().slug()));
        return "ambassador/me";
    }

    @GetMapping("/page")
    String page(@CurrentPerson PersonId who, Model model) {
        var page = own.editable(who);
        model.addAttribute("page", page);
        model.addAttribute("form", PageForm.of(page));
        return "ambassador/edit";
    }

    @PostMapping("/page")
    ModelAndView change(
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("form") PageForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        try {
            own.edit(who, form, errors);
        } catch (StaleEdit stale) {
            model.addAttribute("stale", true);
            model.addAttribute("page", own.editable(who));
            return new ModelAndView("ambassador/edit", HttpStatus.CONFLICT);
        }
        if (!errors.hasErrors()) return Pages.done(flash, "me.page.changed").at("/me");
        model.addAttribute("page", own.editable(who));
        return Pages.again("ambassador/edit");
    }

    @PostMapping("/pause")
    ModelAndView pause(@CurrentPerson PersonId who, RedirectAttributes flash) {
        own.pause(who);
        return Pages.done(flash, "me.paused").at("/me");
    }

    @PostMapping("/resume")
    ModelAndView resume(@CurrentPerson PersonId who, RedirectAttributes flash) {
        own.resume(who);
        return Pages.done(flash, "me.resumed").at("/me");
    }

    @GetMapping("/leave")
    String askToLeave(@CurrentPerson PersonId who, Model model) {
        model.addAttribute("page", own.editable(who));
        return "ambassador/leave";
    }

    @PostMapping("/leave")
    ModelAndView leave(@CurrentPerson PersonId who, Model model, RedirectAttributes flash) {
        try {
            own.leave(who);
        } catch (Conflict conflict) {
            model.addAttribute("trouble", conflict);
            return new ModelAndView(askToLeave(who, model), HttpStatus.CONFLICT);
        }
        return Pages.done(flash, "me.left").at("/me");
    }
}
