package org.ambassadorportal.notification;

import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.CalendarDownload;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The outbox as admins see it. */
@Controller
@RequestMapping("/admin/mail")
class MailController {

    private final Mails mails;
    private final MailSettings settings;

    MailController(Mails mails, MailSettings settings) {
        this.mails = mails;
        this.settings = settings;
    }

    @GetMapping
    String list(MailFilter filter, @RequestParam(required = false) @Nullable String after, Model model) {
        var counts = mails.counts();
        model.addAttribute("filter", filter);
        model.addAttribute("mails", mails.list(filter, after));
        model.addAttribute("after", after);
        model.addAttribute("counts", counts);
        model.addAttribute("late", counts.oldest().compareTo(settings.lateAfter()) > 0);
        model.addAttribute("sends", settings.canSend());
        model.addAttribute("catches", settings.catches());
        return "notification/list";
    }

    @GetMapping("/{id}")
    String read(@PathVariable MailId id, Model model) {
        model.addAttribute("mail", mails.get(id));
        model.addAttribute("letter", mails.read(id));
        return "notification/mail";
    }

    /** What the mail brings for a calendar, to be read where mails are. */
    @GetMapping("/{id}/invite.ics")
    ResponseEntity<byte[]> calendar(@PathVariable MailId id) {
        var letter = mails.read(id);
        var part = letter == null ? null : letter.calendar();
        if (part == null) throw new NotFound();
        return CalendarDownload.of("invite.ics", part.text());
    }

    @PostMapping("/test")
    ModelAndView sendTest(@CurrentPerson PersonId who, RedirectAttributes flash) {
        mails.sendTest(who);
        return Pages.done(flash, "outbox.test.done").at("/admin/mail");
    }

    @PostMapping("/{id}/again")
    ModelAndView sendAgain(@PathVariable MailId id, RedirectAttributes flash) {
        mails.sendAgain(id);
        return Pages.done(flash, "outbox.again.done").at("/admin/mail/{id}", id.value());
    }

    @PostMapping("/failed/again")
    ModelAndView sendFailedAgain(RedirectAttributes flash) {
        return Pages.done(flash, "outbox.again.all", mails.sendFailedAgain()).at("/admin/mail");
    }
}
