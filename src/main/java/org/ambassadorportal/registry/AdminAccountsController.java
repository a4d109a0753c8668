package org.ambassadorportal.registry;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Set;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.CsvDownload;
import org.ambassadorportal.kernel.DomainError;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.organization.When;
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

/** The registry as admins keep it. */
@Controller
class AdminAccountsController {

    private static final String ACCOUNT = "/admin/accounts/{id}";

    private final AccountAdministration administration;
    private final Registrations registrations;
    private final Registry registry;
    private final When when;

    AdminAccountsController(
            AccountAdministration administration, Registrations registrations, Registry registry, When when) {
        this.administration = administration;
        this.registrations = registrations;
        this.registry = registry;
        this.when = when;
    }

    @GetMapping("/admin/accounts")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var search = new AccountSearch(q, Set.of());
        var chosen = AdminView.read(view).orElse(AdminView.ALL);
        model.addAttribute("q", search.words());
        model.addAttribute("view", chosen);
        model.addAttribute("views", AdminView.values());
        model.addAttribute("counts", administration.counts(search));
        model.addAttribute("slice", administration.page(search, chosen, after));
        return "registry/admin-accounts";
    }

    @GetMapping("/admin/accounts.csv")
    void csv(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String view,
            HttpServletResponse response)
            throws IOException {
        var chosen = AdminView.read(view).orElse(AdminView.ALL);
        try (var csv = CsvDownload.to(
                response,
                "accounts.csv",
                "account",
                "platform",
                "handle",
                "address",
                "kind",
                "state",
                "owner",
                "administrators",
                "language",
                "tags",
                "opened on",
                "certified on",
                "archived on",
                "followers")) {
            administration.each(
                    new AccountSearch(q, Set.of()),
                    chosen,
                    row -> csv.row(
                            row.name(),
                            row.platform().label(),
                            row.shown(),
                            row.url(),
                            row.kind().name().toLowerCase(java.util.Locale.ROOT),
                            row.state()
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('_', ' '),
                            row.unitName(),
                            row.administrators(),
                            row.language(),
                            row.tags(),
                            row.openedOn(),
                            row.certifiedAt() == null ? null : when.dayOf(row.certifiedAt()),
                            row.archivedOn(),
                            row.followers()));
        }
    }

    @GetMapping("/admin/accounts/new")
    String empty(@RequestParam(defaultValue = "official") String kind, Model model) {
        model.addAttribute("accountForm", AccountForm.empty(kind.equals("impostor")));
        return forms(model);
    }

    @PostMapping("/admin/accounts")
    ModelAndView add(@Valid AccountForm form, BindingResult errors, Model model, RedirectAttributes flash) {
        registrations.check(form, errors);
        if (!errors.hasErrors()) {
            try {
                var id = registrations.add(form);
                return Pages.done(flash, "registry.flash.added", form.givenName())
                        .at(ACCOUNT, id);
            } catch (Refusal refusal) {
                refusal.into(errors);
            }
        }
        return Pages.again(forms(model));
    }

    private static String forms(Model model) {
        model.addAttribute("languages", AccountForm.languages());
        return "registry/account-form";
    }

    @GetMapping(ACCOUNT)
    String account(@PathVariable AccountId id, Model model) {
        var whole = whole(id, model);
        model.addAttribute("countForm", new CountForm(when.today(), null));
        model.addAttribute(
                "archiveForm",
                new ArchiveForm(when.today(), null, whole.account().version()));
        model.addAttribute(
                "impostorForm", new ImpostorForm(null, whole.account().version()));
        return "registry/account";
    }

    private AccountPage.Whole whole(AccountId id, Model model) {
        var whole = administration.account(id);
        model.addAttribute("whole", whole);
        model.addAttribute("account", whole.account());
        model.addAttribute("due", administration.due(whole.account()));
        model.addAttribute(
                "successors",
                registry.published().stream()
                        .filter(choice -> !choice.id().equals(id))
                        .toList());
        return whole;
    }

    /** The account's page once more, with what was wrong with one of its forms; nothing typed is lost. */
    private ModelAndView again(AccountId id, Model model, HttpStatus status, @Nullable DomainError trouble) {
        var whole = whole(id, model);
        var version = whole.account().version();
        if (!model.containsAttribute("countForm")) model.addAttribute("countForm", new CountForm(when.today(), null));
        if (!model.containsAttribute("archiveForm")) {
            model.addAttribute("archiveForm", new ArchiveForm(when.today(), null, version));
        }
        if (!model.containsAttribute("impostorForm"))
            model.addAttribute("impostorForm", new ImpostorForm(null, version));
        model.addAttribute("trouble", trouble);
        return new ModelAndView("registry/account", status);
    }

    @GetMapping(ACCOUNT + "/edit")
    String edit(@PathVariable AccountId id, Model model) {
        var account = administration.account(id);
        model.addAttribute("accountForm", account.account().form(account.typedAdministrators()));
        model.addAttribute("version", account.account().version());
        model.addAttribute("account", account.account());
        return forms(model);
    }

    @PostMapping(ACCOUNT)
    ModelAndView change(
            @PathVariable AccountId id,
            @Valid AccountForm form,
            BindingResult errors,
            @RequestParam long version,
            Model model,
            RedirectAttributes flash) {
        registrations.check(form, errors);
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!errors.hasErrors()) {
            try {
                registrations.edit(id, version, form);
                return Pages.done(flash, "registry.flash.changed", form.givenName())
                        .at(ACCOUNT, id);
            } catch (Refusal refusal) {
                refusal.into(errors);
            } catch (StaleEdit stale) {
                status = HttpStatus.CONFLICT;
            }
        }
        return formAgain(id, form, model, version, status);
    }

    /** The form once more; after somebody else's edit with what stands there now beside it. */
    private ModelAndView formAgain(AccountId id, AccountForm form, Model model, long seen, HttpStatus status) {
        var whole = administration.account(id);
        boolean stale = status == HttpStatus.CONFLICT;
        model.addAttribute("account", whole.account());
        model.addAttribute("version", stale ? whole.account().version() : seen);
        if (stale)
            model.addAttribute("differences", form.against(whole.account().form(whole.typedAdministrators())));
        return new ModelAndView(forms(model), status);
    }

    @PostMapping(ACCOUNT + "/publish")
    ModelAndView publish(@PathVariable AccountId id, Model model, RedirectAttributes flash) {
        return act(id, model, () -> {
            registry.publish(id);
            return Pages.done(flash, "registry.flash.published").at(ACCOUNT, id);
        });
    }

    @PostMapping(ACCOUNT + "/certify")
    ModelAndView certify(@PathVariable AccountId id, Model model, RedirectAttributes flash) {
        return act(id, model, () -> {
            registry.certify(id);
            return Pages.done(flash, "registry.flash.certified").at(ACCOUNT, id);
        });
    }

    @PostMapping(ACCOUNT + "/restore")
    ModelAndView restore(@PathVariable AccountId id, Model model, RedirectAttributes flash) {
        return act(id, model, () -> {
            registry.restore(id);
            return Pages.done(flash, "registry.flash.restored").at(ACCOUNT, id);
        });
    }

    @PostMapping(ACCOUNT + "/remove")
    ModelAndView remove(@PathVariable AccountId id, Model model, RedirectAttributes flash) {
        return act(id, model, () -> {
            registry.remove(id);
            return Pages.done(flash, "registry.flash.removed").at("/admin/accounts");
        });
    }

    @PostMapping(ACCOUNT + "/archive")
    ModelAndView archive(
            @PathVariable AccountId id,
            @Valid ArchiveForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return form(id, errors, model, () -> {
            registry.archive(id, form.version(), java.util.Objects.requireNonNull(form.archived()), form.successorId());
            return Pages.done(flash, "registry.flash.archived").at(ACCOUNT, id);
        });
    }

    @PostMapping(ACCOUNT + "/impostor")
    ModelAndView impostor(
            @PathVariable AccountId id,
            @Valid ImpostorForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return form(id, errors, model, () -> {
            registry.markAsImpostor(id, form.version(), form.reported());
            return Pages.done(flash, "registry.flash.impostor").at(ACCOUNT, id);
        });
    }

    @PostMapping(ACCOUNT + "/followers")
    ModelAndView count(
            @PathVariable AccountId id,
            @Valid CountForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        return form(id, errors, model, () -> {
            registry.count(
                    id,
                    java.util.Objects.requireNonNull(form.day()),
                    java.util.Objects.requireNonNull(form.followers()));
            return Pages.done(flash, "registry.flash.counted").at(ACCOUNT, id);
        });
    }

    private interface Act {
        ModelAndView done();
    }

    private ModelAndView form(AccountId id, BindingResult errors, Model model, Act act) {
        if (errors.hasErrors()) return again(id, model, HttpStatus.UNPROCESSABLE_CONTENT, null);
        try {
            return act.done();
        } catch (Refusal refusal) {
            refusal.into(errors);
            return again(id, model, HttpStatus.UNPROCESSABLE_CONTENT, null);
        } catch (Conflict conflict) {
            return again(id, model, HttpStatus.CONFLICT, conflict);
        }
    }

    private ModelAndView act(AccountId id, Model model, Act act) {
        try {
            return act.done();
        } catch (Refusal | Conflict error) {
            return again(id, model, error.status(), error);
        }
    }
}
