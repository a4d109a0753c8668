package org.ambassadorportal.desk;

import java.time.Clock;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page of a request for whoever asked for it, for the controllers of intakes: an answer is POSTed to the intake
 * and answered by this page.
 */
@Component
public class RequestPage {

    private final MyRequests mine;
    private final OnBehalf onBehalf;
    private final Kinds kinds;
    private final FirstResponse firstResponse;
    private final Helping helping;
    private final Files files;
    private final Clock clock;

    RequestPage(
            MyRequests mine,
            OnBehalf onBehalf,
            Kinds kinds,
            FirstResponse firstResponse,
            Helping helping,
            Files files,
            Clock clock) {
        this.mine = mine;
        this.onBehalf = onBehalf;
        this.kinds = kinds;
        this.firstResponse = firstResponse;
        this.helping = helping;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Does what the requester wants and leads back to the request. What the form got wrong, also what the domain
     * refuses, is said at its fields (422); what came too late is said above (409), and the form is kept.
     *
     * @param errors of the form, which is in the model under its own name
     * @param done the message that says it was done
     */
    public ModelAndView answer(
            Reference reference,
            PersonId who,
            Model model,
            BindingResult errors,
            RedirectAttributes flash,
            Runnable action,
            String done,
            Object... arguments) {
        if (errors.hasErrors()) return again(model, reference, who);
        try {
            return answer(reference, who, model, flash, action, done, arguments);
        } catch (Refusal refusal) {
            refusal.into(errors);
            return again(model, reference, who);
        }
    }

    /** The same for a button without a form. */
    public ModelAndView answer(
            Reference reference,
            PersonId who,
            Model model,
            RedirectAttributes flash,
            Runnable action,
            String done,
            Object... arguments) {
        try {
            action.run();
        } catch (Conflict late) {
            return late(model, reference, who, late);
        } catch (OptimisticLockingFailureException race) {
            return late(model, reference, who, new StaleEdit());
        }
        return Pages.done(flash, done, arguments).at("/requests/{ref}", reference);
    }

    private ModelAndView again(Model model, Reference reference, PersonId who) {
        model.addAttribute("failed", true);
        return show(model, reference, who, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView late(Model model, Reference reference, PersonId who, Conflict late) {
        model.addAttribute("trouble", late);
        return show(model, reference, who, HttpStatus.CONFLICT);
    }

    /** The page as it is now; forms that are in the model already stay. */
    ModelAndView show(Model model, Reference reference, PersonId who, HttpStatus status) {
        var opened = mine.open(reference, who);
        var there = opened.item().reference();
        if (status == HttpStatus.OK && !there.equals(reference)) return Pages.to("/requests/{ref}", there);
        var kind = kinds.get(opened.item().kind());
        model.addAttribute("item", opened.item());
        model.addAttribute("thread", opened.thread());
        boolean incomplete = opened.item().incomplete();
        model.addAttribute("part", incomplete ? ItemPage.TOLD : kind.requestPart());
        model.addAttribute("who", who);
        model.addAttribute("promise", firstResponse.of(opened.item()));
        model.addAttribute("doneBy", firstResponse.whole(opened.item()));
        var opensUntil = opened.item().opensUntil();
        boolean opensAgain = opensUntil != null && !clock.instant().isAfter(opensUntil);
        model.addAttribute("opensUntil", opensAgain ? opensUntil : null);
        model.addAttribute("staged", files.staged(reference, who));
        var help = helping.said(opened.item());
        model.addAttribute("help", help);
        model.addAttribute("helpAsked", helping.asks(opened.item(), who));
        if (!model.containsAttribute("helpForm")) model.addAttribute("helpForm", HelpForm.of(help));
        if (!model.containsAttribute("answer")) model.addAttribute("answer", AnswerForm.empty());
        var own = incomplete ? onBehalf.part(opened.item(), false) : kind.model(there, who);
        model.addAttribute("words", kinds.of(kind.key(), there, own));
        model.mergeAttributes(own);
        return new ModelAndView("desk/request", status);
    }
}
