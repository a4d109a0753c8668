package org.ambassadorportal.desk;

import jakarta.validation.Valid;
import java.util.List;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.kernel.Pages;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of whoever asked for something. */
@Controller
class RequestsController {

    private final MyRequests mine;
    private final Kinds kinds;
    private final RequestPage page;
    private final Drafts drafts;
    private final FirstResponse firstResponse;
    private final Files files;

    RequestsController(
            MyRequests mine, Kinds kinds, RequestPage page, Drafts drafts, FirstResponse firstResponse, Files files) {
        this.mine = mine;
        this.kinds = kinds;
        this.page = page;
        this.drafts = drafts;
        this.firstResponse = firstResponse;
        this.files = files;
    }

    @GetMapping("/requests")
    String list(@CurrentPerson PersonId who, @RequestParam(required = false) @Nullable String after, Model model) {
        model.addAttribute("requests", mine.page(who, after));
        model.addAttribute("total", mine.total(who));
        model.addAttribute("who", who);
        model.addAttribute("begun", after == null ? drafts.begun(who) : List.of());
        return "desk/requests";
    }

    @PostMapping("/requests/drafts/{form}/discard")
    ModelAndView discard(@PathVariable String form, @CurrentPerson PersonId who, RedirectAttributes flash) {
        drafts.forget(who, form);
        return Pages.done(flash, "desk.draft.discarded").at("/requests");
    }

    @GetMapping("/requests/{ref}")
    ModelAndView request(@PathVariable Reference ref, @CurrentPerson PersonId who, Model model) {
        return page.show(model, ref, who, HttpStatus.OK);
    }

    @PostMapping("/requests/{ref}")
    ModelAndView answer(
            @PathVariable Reference ref,
            @CurrentPerson SignedIn who,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> uploaded,
            @Valid @ModelAttribute("answer") AnswerForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        if (!FileField.add(files, ref, who, uploaded, model) || errors.hasErrors()) {
            model.addAttribute("failed", true);
            return page.show(model, ref, who.id(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var goesOn = mine.answer(ref, who, form);
        var key = goesOn.equals(ref) ? "desk.answer.sent" : "desk.answer.followed";
        return Pages.done(flash, key, goesOn, ref).at("/requests/{ref}", goesOn);
    }

    /** What the reference is and what happens next; every intake leads here. */
    @GetMapping(Desk.DONE)
    String done(@PathVariable Reference ref, @CurrentPerson PersonId who, Model model) {
        var item = mine.get(ref, who);
        model.addAttribute("item", item);
        model.addAttribute("who", who);
        model.addAttribute("words", kinds.of(item.kind(), ref));
        model.addAttribute("promise", firstResponse.of(item));
        return "desk/done";
    }

    @GetMapping("/requests/{ref}/withdraw")
    String askToWithdraw(@PathVariable Reference ref, @CurrentPerson PersonId who, Model model) {
        model.addAttribute("item", mine.get(ref, who));
        return "desk/withdraw";
    }

    @PostMapping("/requests/{ref}/withdraw")
    ModelAndView withdraw(
            @PathVariable Reference ref, @CurrentPerson PersonId who, Model model, RedirectAttributes flash) {
        return page.answer(ref, who, model, flash, () -> mine.withdraw(ref, who), "desk.withdrawn", ref);
    }
}
