package org.ambassadorportal.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.organization.Organization;
import org.ambassadorportal.organization.OrganizationFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Making a sign-in, or choosing a new password, with a link that comes by mail. */
@Controller
class LinkPages {

    private final LinkRequests requests;
    private final SignInLinks links;
    private final Admission admission;
    private final Organization organization;

    LinkPages(LinkRequests requests, SignInLinks links, Admission admission, Organization organization) {
        this.requests = requests;
        this.links = links;
        this.admission = admission;
        this.organization = organization;
    }

    /** Whose addresses make a sign-in of their own; nothing is shown while none are set. */
    @ModelAttribute("facts")
    OrganizationFacts facts() {
        return organization.facts();
    }

    @GetMapping("/sign-in/link")
    String page(@RequestParam(required = false) @Nullable String to, Model model) {
        model.addAttribute("form", new LinkForm(null, Local.path(to)));
        return "identity/link";
    }

    @PostMapping("/sign-in/link")
    ModelAndView ask(@Valid @ModelAttribute("form") LinkForm form, BindingResult errors, HttpServletRequest request) {
        if (errors.hasErrors()) return Pages.again("identity/link");
        requests.take(form.typed(), Local.path(form.to()), request.getRemoteAddr());
        return Pages.to("/sign-in/link/sent");
    }

    @GetMapping("/sign-in/link/sent")
    String sent() {
        return "identity/link-sent";
    }

    /** Opening a link does nothing: programs that look through mail open links too. */
    @GetMapping("/sign-in/link/{token}")
    ModelAndView open(@PathVariable String token) {
        return links.open(token)
                .map(link -> new ModelAndView("identity/link-open")
                        .addObject("link", link)
                        .addObject("token", token)
                        .addObject("form", new NewSignIn(link.name(), null)))
                .orElseGet(LinkPages::over);
    }

    @PostMapping("/sign-in/link/{token}")
    ModelAndView use(
            @PathVariable String token,
            @Valid @ModelAttribute("form") NewSignIn form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var link = links.open(token);
        if (link.isEmpty()) return over();
        if (!errors.hasErrors()) {
            try {
                admission.admit(links.use(token, form.name(), form.chosen()), request, response);
                return Pages.toAddress(Local.path(link.get().onward()));
            } catch (LinkOver usedMeanwhile) {
                return over();
            } catch (Refusal refusal) {
                refusal.into(errors);
            }
        }
        return Pages.again("identity/link-open").addObject("link", link.get()).addObject("token", token);
    }

    private static ModelAndView over() {
        return new ModelAndView("identity/link-over", HttpStatus.GONE);
    }
}
