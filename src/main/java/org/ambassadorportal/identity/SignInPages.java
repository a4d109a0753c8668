package org.ambassadorportal.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in, and what becomes of a form whose session ended while it was written. */
@Controller
class SignInPages {

    private final PasswordSignIn signIn;
    private final Admission admission;
    private final OneClick oneClick;

    SignInPages(PasswordSignIn signIn, Admission admission, OneClick oneClick) {
        this.signIn = signIn;
        this.admission = admission;
        this.oneClick = oneClick;
    }

    /** Whether the local profile offers its people on this page. */
    @ModelAttribute("oneClick")
    boolean oneClick() {
        return oneClick.offered();
    }

    @GetMapping("/sign-in")
    String page(@RequestParam @Nullable String to, @RequestParam @Nullable String out, Model model) {
        model.addAttribute("form", new SignInForm(null, null, Local.path(to)));
        model.addAttribute("out", out != null);
        return "identity/sign-in";
    }

    /** After all sessions were ended. */
    @GetMapping("/sign-in/everywhere")
    String everywhere(Model model) {
        model.addAttribute("everywhere", true);
        return page(null, null, model);
    }

    @PostMapping("/sign-in")
    ModelAndView signIn(
            @Valid @ModelAttribute("form") SignInForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var held = Held.carriedBy(request);
        if (errors.hasErrors()) return again(held, request);
        var person = signIn.check(form.typedMail(), form.typedPassword(), request.getRemoteAddr());
        if (person.isEmpty()) {
            errors.reject("sign-in.wrong");
            return again(held, request);
        }
        admission.admit(person.get(), request, response);
        return Local.onward(request, form.to());
    }

    /** A form came when its session had ended: it stays in this page while one signs in. */
    @RequestMapping("/sign-in/ended")
    ModelAndView ended(
            @RequestAttribute(name = NotSignedIn.HELD, required = false) @Nullable Held held,
            HttpServletRequest request) {
        if (held == null) throw new NotFound();
        return new ModelAndView("identity/sign-in", swappable(request, HttpStatus.UNAUTHORIZED))
                .addObject("form", new SignInForm(null, null, held.path()))
                .addObject("held", held);
    }

    /** Who signed in a while ago proves anew who they are; the form waits in this page. */
    @RequestMapping("/sign-in/confirm")
    ModelAndView confirm(
            @RequestAttribute(name = NotSignedIn.HELD, required = false) @Nullable Held held,
            HttpServletRequest request) {
        if (held == null || !(request.getUserPrincipal() instanceof PersonToken who)) throw new NotFound();
        return new ModelAndView("identity/sign-in", swappable(request, HttpStatus.UNAUTHORIZED))
                .addObject("form", new SignInForm(who.getPrincipal().mail(), null, held.path()))
                .addObject("held", held)
                .addObject("confirm", true);
    }

    /** A form of our own came with the token of an earlier sign-in: it can be sent again from this page. */
    @RequestMapping("/sign-in/old-form")
    ModelAndView oldForm(
            @RequestAttribute(name = NotSignedIn.HELD, required = false) @Nullable Held held,
            HttpServletRequest request) {
        if (held == null) throw new NotFound();
        return resume(held, swappable(request, HttpStatus.FORBIDDEN)).addObject("old", true);
    }

    private static ModelAndView again(@Nullable Held held, HttpServletRequest request) {
        boolean confirm = held != null && request.getUserPrincipal() instanceof PersonToken;
        return Pages.again("identity/sign-in").addObject("held", held).addObject("confirm", confirm);
    }

    private static ModelAndView resume(Held held, HttpStatusCode status) {
        return held.resume(status);
    }

    /** htmx swaps a page in only when it is told that a form could not be taken. */
    private static HttpStatusCode swappable(HttpServletRequest request, HttpStatus status) {
        return request.getHeader("HX-Request") == null ? status : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
