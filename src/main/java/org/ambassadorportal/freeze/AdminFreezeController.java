package org.ambassadorportal.freeze;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.CsvDownload;
import org.ambassadorportal.kernel.DomainError;
import org.ambassadorportal.kernel.NotAllowed;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.organization.When;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The exceptions as admins see and decide them. */
@Controller
class AdminFreezeController {

    private static final String LIST = "/admin/freeze";
    private static final String EXCEPTION = "/admin/freeze/{ref}";

    private final ExceptionList exceptions;
    private final ExceptionDecisions decisions;
    private final ExceptionRequests requests;
    private final ExceptionDrafts drafts;
    private final Freezes freezes;
    private final FreezeSettings settings;
    private final When when;

    AdminFreezeController(
            ExceptionList exceptions,
            ExceptionDecisions decisions,
            ExceptionRequests requests,
            ExceptionDrafts drafts,
            Freezes freezes,
            FreezeSettings settings,
            When when) {
        this.exceptions = exceptions;
        this.decisions = decisions;
        this.requests = requests;
        this.drafts = drafts;
        this.freezes = freezes;
        this.settings = settings;
        this.when = when;
    }

    @GetMapping(LIST)
    String list(
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String after,
            @CurrentPerson PersonId who,
            Model model) {
        var chosen = ExceptionView.read(view).orElse(ExceptionView.ALL);
        boolean byAccount = "account".equals(sort);
        model.addAttribute("view", chosen);
        model.addAttribute("views", ExceptionView.values());
        model.addAttribute("byAccount", byAccount);
        model.addAttribute("windows", freezes.windows());
        model.addAttribute("counts", exceptions.counts());
        model.addAttribute("unsanctioned", exceptions.countUnsanctioned());
        model.addAttribute("slice", exceptions.page(chosen, byAccount, who, after));
        model.addAttribute("who", who);
        model.addAttribute("reviewView", ExceptionView.REVIEW);
        model.addAttribute("allPlatforms", Platform.values().length);
        model.addAttribute("cap", settings.extensions());
        return "freeze/admin-freeze";
    }

    @GetMapping(LIST + "/exceptions.csv")
    void csv(
            @RequestParam(required = false) @Nullable String view,
            @CurrentPerson PersonId who,
            HttpServletResponse response)
            throws IOException {
        try (var csv = CsvDownload.to(
                response,
                "exceptions.csv",
                "reference",
                "account",
                "platform",
                "wished handle",
                "owner",
                "state",
                "asked until",
                "from",
                "until",
                "first until",
                "extensions",
                "conditions",
                "decided by")) {
            exceptions.each(
                    ExceptionView.read(view).orElse(ExceptionView.ALL),
                    who,
                    row -> csv.row(
                            row.reference(),
                            row.accountName(),
                            row.platform().label(),
                            row.handle(),
                            row.unitName(),
                            row.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            row.askedUntil(),
                            row.validFrom(),
                            row.validUntil(),
                            row.firstUntil(),
                            row.extensions(),
                            row.conditions(),
                            row.decidedByName()));
        }
    }

    @GetMapping(LIST + "/unsanctioned")
    String unsanctioned(Model model) {
        model.addAttribute("accounts", exceptions.unsanctioned());
        return "freeze/unsanctioned";
    }

    @GetMapping(LIST + "/new")
    String empty(Model model) {
        model.addAttribute("recordForm", RecordForm.empty(when.today()));
        return recordPage(model);
    }

    private static String recordPage(Model model) {
        model.addAttribute("platforms", ExceptionFormController.platforms());
        return "freeze/record";
    }

    @PostMapping(LIST + "/new")
    ModelAndView record(
            @CurrentPerson PersonId who,
            @Valid RecordForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        drafts.check(form, errors);
        if (!errors.hasErrors()) {
            try {
                var ref = drafts.record(who, form);
                return Pages.done(flash, "freeze.flash.recorded", ref).at(EXCEPTION, ref);
            } catch (Refusal refusal) {
                refusal.into(errors);
            }
        }
        return Pages.again(recordPage(model));
    }

    @GetMapping(EXCEPTION)
    String page(@PathVariable Reference ref, @CurrentPerson PersonId who, Model model) {
        var exception = exceptions.find(ref, who);
        var waiting = exception.openExtension();
        model.addAttribute("exception", exception);
        model.addAttribute("waiting", waiting);
        model.addAttribute(
                "decide",
                waiting != null ? waiting.reference() : exception.row().reference());
        if (!model.containsAttribute("decisionForm")) {
            var until = waiting != null ? waiting.askedUntil() : exception.row().askedUntil();
            model.addAttribute("decisionForm", new DecisionForm(until, null));
        }
        if (!model.containsAttribute("reasonForm")) model.addAttribute("reasonForm", new ReasonForm(null));
        if (!model.containsAttribute("revokeForm")) model.addAttribute("revokeForm", new RevokeForm(null));
        if (!model.containsAttribute("laterForm")) model.addAttribute("laterForm", new LaterForm(null));
        if (!model.containsAttribute("addressForm")) model.addAttribute("addressForm", new AddressForm(null));
        return "freeze/admin-exception";
    }

    @PostMapping(EXCEPTION + "/approve")
    ModelAndView approve(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid DecisionForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return form(ref, who, errors, model, () -> {
            var until = Objects.requireNonNull(form.until());
            decisions.approve(ref, who, until, form.conditions());
            return Pages.done(flash, "freeze.flash.approved", ref, when.day(until))
                    .at(EXCEPTION, ref);
        });
    }

    @PostMapping(EXCEPTION + "/deny")
    ModelAndView deny(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid ReasonForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return form(ref, who, errors, model, () -> {
            decisions.deny(ref, who, Objects.requireNonNull(form.reason()));
            return Pages.done(flash, "freeze.flash.denied", ref).at(EXCEPTION, ref);
        });
    }

    @PostMapping(EXCEPTION + "/extend")
    ModelAndView extend(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid LaterForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return form(ref, who, errors, model, () -> {
            var until = Objects.requireNonNull(form.until());
            decisions.extend(ref, who, until);
            return Pages.done(flash, "freeze.flash.extended", ref, when.day(until))
                    .at(EXCEPTION, ref);
        });
    }

    @PostMapping(EXCEPTION + "/revoke")
    ModelAndView revoke(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid RevokeForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return form(ref, who, errors, model, () -> {
            decisions.revoke(ref, who, Objects.requireNonNull(form.why()));
            return Pages.done(flash, "freeze.flash.revoked", ref).at(EXCEPTION, ref);
        });
    }

    @PostMapping(EXCEPTION + "/account")
    ModelAndView account(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid AddressForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return form(ref, who, errors, model, () -> {
            requests.activate(ref, who, Objects.requireNonNull(form.address()));
            return Pages.done(flash, "freeze.flash.activated").at(EXCEPTION, ref);
        });
    }

    private interface Act {
        ModelAndView done();
    }

    /** On errors the same page with all that was typed; a conflict says what happened meanwhile. */
    private ModelAndView form(Reference ref, PersonId who, BindingResult errors, Model model, Act act) {
        DomainError trouble = null;
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!errors.hasErrors()) {
            try {
                return act.done();
            } catch (Refusal refusal) {
                refusal.into(errors);
            } catch (Conflict | NotAllowed said) {
                trouble = said;
                status = said.status();
            }
        }
        model.addAttribute("trouble", trouble);
        return new ModelAndView(page(ref, who, model), status);
    }
}
