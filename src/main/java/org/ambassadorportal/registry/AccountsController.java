package org.ambassadorportal.registry;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.CsvDownload;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.organization.Organization;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.organization.UnitRow;
import org.ambassadorportal.organization.Units;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public side: the list of our accounts, and "is this account ours?". */
@Controller
class AccountsController {

    private final AccountDirectory directory;
    private final AccountVerification verification;
    private final ImpostorReports reports;
    private final Units units;
    private final Organization organization;

    AccountsController(
            AccountDirectory directory,
            AccountVerification verification,
            ImpostorReports reports,
            Units units,
            Organization organization) {
        this.directory = directory;
        this.verification = verification;
        this.reports = reports;
        this.units = units;
        this.organization = organization;
    }

    /**
     * What stands in the list's address. Whatever has no meaning there narrows nothing.
     *
     * @param unit the owner: an id in links, a name where it was typed
     */
    record Asked(
            @Nullable String q,
            @Nullable String unit,
            @Nullable String state,
            @Nullable List<String> platform,
            @Nullable String after) {

        public PublicState publicState() {
            return PublicState.read(state).orElse(PublicState.OFFICIAL);
        }

        Set<Platform> platforms() {
            return platform == null
                    ? Set.of()
                    : platform.stream()
                            .flatMap(key -> Platform.ofKey(key).stream())
                            .collect(Collectors.toSet());
        }

        /** The address of the same list in another state or on another page. */
        public String address(String path, @Nullable String newState, @Nullable String next) {
            var address = org.springframework.web.util.UriComponentsBuilder.fromPath(path);
            Map<String, String> values = new LinkedHashMap<>();
            if (q != null && !q.isBlank()) values.put("q", q);
            if (unit != null && !unit.isBlank()) values.put("unit", unit);
            values.put("state", newState != null ? newState : publicState().value());
            if (next != null) values.put("after", next);
            values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
            platforms().stream().sorted().forEach(each -> address.queryParam("platform", each.key()));
            return address.encode().buildAndExpand(values).toUriString();
        }
    }

    @GetMapping("/accounts")
    String list(Asked asked, Model model) {
        var owner = owner(asked.unit());
        var filter = filter(asked, owner);
        model.addAttribute("asked", asked);
        model.addAttribute("owner", owner);
        model.addAttribute(
                "unitUnknown",
                owner == null && asked.unit() != null && !asked.unit().isBlank());
        model.addAttribute("slice", directory.page(filter, asked.after()));
        model.addAttribute("counts", directory.counts(filter));
        model.addAttribute("states", PublicState.values());
        model.addAttribute("chosen", filter.platforms());
        model.addAttribute("platforms", Platform.values());
        return "registry/accounts";
    }

    @GetMapping("/accounts/list.csv")
    void csv(Asked asked, HttpServletResponse response) throws IOException {
        try (var csv = CsvDownload.to(
                response,
                "official-accounts.csv",
                "account",
                "platform",
                "handle",
                "address",
                "owner",
                "language",
                "tags",
                "state",
                "archived on")) {
            directory.each(
                    filter(asked, owner(asked.unit())),
                    row -> csv.row(
                            row.name(),
                            row.platform().label(),
                            row.shown(),
                            row.url(),
                            row.unitName(),
                            row.language(),
                            row.tags(),
                            row.state().value(),
                            row.archivedOn()));
        }
    }

    @GetMapping("/accounts/verify")
    String verify(@RequestParam(required = false) @Nullable String url, Model model) {
        model.addAttribute("url", url);
        model.addAttribute("answer", verification.of(url));
        model.addAttribute("facts", organization.facts());
        return "registry/verify";
    }

    @GetMapping("/accounts/verify/report")
    String report(
            @RequestParam(required = false) @Nullable String url, @CurrentPerson @Nullable PersonId who, Model model) {
        model.addAttribute("reportForm", ReportForm.about(url));
        model.addAttribute("signedIn", who != null);
        model.addAttribute("facts", organization.facts());
        return "registry/report";
    }

    /** Only staff can send it; its address lies outside the public ones, so that an ended session loses nothing. */
    @PostMapping("/requests/new/impostor")
    ModelAndView tell(@CurrentPerson PersonId who, @Valid ReportForm form, BindingResult errors, Model model) {
        if (errors.hasErrors()) {
            model.addAttribute("signedIn", true).addAttribute("facts", organization.facts());
            return Pages.again("registry/report");
        }
        return Pages.to(Desk.DONE, reports.tell(who, form));
    }

    private AccountDirectory.Filter filter(Asked asked, @Nullable UnitRow owner) {
        var below = owner == null ? Set.<UnitId>of() : units.withAllBelow(owner.id());
        var words = asked.q() == null ? "" : asked.q();
        return new AccountDirectory.Filter(new AccountSearch(words, below), asked.publicState(), asked.platforms());
    }

    private @Nullable UnitRow owner(@Nullable String unit) {
        if (unit == null || unit.isBlank() || unit.length() > 200 || unit.indexOf('\0') >= 0) return null;
        return unit.matches("[0-9a-fA-F-]{36}")
                ? units.find(UnitId.of(unit)).orElse(null)
                : units.byName(unit).orElse(null);
    }
}
