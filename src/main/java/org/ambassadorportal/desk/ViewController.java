package org.ambassadorportal.desk;

import jakarta.validation.Valid;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
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

/** Saved views of the list. */
@Controller
class ViewController {

    private static final String FORM = "desk/view";

    private final Views views;
    private final FilterWords words;

    ViewController(Views views, FilterWords words) {
        this.views = views;
        this.words = words;
    }

    @GetMapping("/desk/views")
    String list(@CurrentPerson PersonId who, Model model) {
        var tabs = views.of(who);
        model.addAttribute("tabs", tabs);
        model.addAttribute("start", Tab.start(tabs).key());
        model.addAttribute("shown", words.of(tabs));
        return "desk/views";
    }

    @PostMapping("/desk/views")
    ModelAndView save(
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("form") ViewForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                views.save(who, form);
                return saved(flash, form);
            } catch (Refusal refusal) {
                refusal.into(errors);
                model.addAttribute("taken", refusal instanceof ViewTaken);
            }
        }
        model.addAttribute("shows", words.of(form.filter()));
        return Pages.again(FORM);
    }

    private static ModelAndView saved(RedirectAttributes flash, ViewForm form) {
        Pages.say(flash, "desk.view.saved", form.named());
        return Pages.toAddress(form.filter().address());
    }

    @GetMapping("/desk/views/{id}")
    String edit(@PathVariable ViewId id, @CurrentPerson PersonId who, Model model) {
        var tab = views.own(who, id);
        model.addAttribute("form", new ViewForm(tab.name(), tab.shared(), null, false));
        return edited(tab, model);
    }

    private String edited(Tab tab, Model model) {
        model.addAttribute("tab", tab);
        model.addAttribute("shows", words.of(tab.filter()));
        return FORM;
    }

    @PostMapping("/desk/views/{id}")
    ModelAndView change(
            @PathVariable ViewId id,
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("form") ViewForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        var tab = views.own(who, id);
        if (!errors.hasErrors()) {
            try {
                views.change(who, id, form);
                return Pages.done(flash, "desk.view.changed", form.named()).at("/desk/views");
            } catch (Refusal refusal) {
                refusal.into(errors);
            }
        }
        return Pages.again(edited(tab, model));
    }

    @PostMapping("/desk/views/{id}/remove")
    ModelAndView remove(@PathVariable ViewId id, @CurrentPerson PersonId who, RedirectAttributes flash) {
        var tab = views.own(who, id);
        views.remove(who, id);
        return Pages.done(flash, "desk.view.removed", String.valueOf(tab.name()))
                .at("/desk/views");
    }

    @PostMapping("/desk/views/move")
    ModelAndView move(
            @RequestParam @Nullable String view,
            @RequestParam(defaultValue = "") String to,
            @CurrentPerson PersonId who) {
        views.move(who, view, to.equals("up"));
        return Pages.to("/desk/views");
    }

    @PostMapping("/desk/views/start")
    ModelAndView start(@RequestParam @Nullable String view, @CurrentPerson PersonId who, RedirectAttributes flash) {
        views.startWith(who, view);
        return Pages.done(flash, "desk.view.started").at("/desk/views");
    }
}
