package org.ambassadorportal.notification;

import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.OptionalMail;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.kernel.Pages;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where people see what the portal sends them, and switch off what they may. */
@Controller
@RequestMapping("/me/mail")
class OwnMailController {

    private final MailChoices choices;

    OwnMailController(MailChoices choices) {
        this.choices = choices;
    }

    @GetMapping
    String show(@CurrentPerson SignedIn who, Model model) {
        model.addAttribute("who", who);
        model.addAttribute("choices", choices.of(who.id()));
        return "notification/own";
    }

    @PostMapping
    ModelAndView set(
            @CurrentPerson PersonId who,
            @RequestParam OptionalMail kind,
            @RequestParam boolean on,
            RedirectAttributes flash) {
        choices.set(who, kind, on);
        var name = new DefaultMessageSourceResolvable(kind.key());
        return Pages.done(flash, on ? "own-mail.switched-on" : "own-mail.switched-off", name)
                .at("/me/mail");
    }
}
