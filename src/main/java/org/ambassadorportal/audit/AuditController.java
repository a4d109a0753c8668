package org.ambassadorportal.audit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.ambassadorportal.kernel.CsvDownload;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The trail as admins see it. */
@Controller
class AuditController {

    private final Trail trail;
    private final AuditChain chain;
    private final MessageSource words;

    AuditController(Trail trail, AuditChain chain, MessageSource words) {
        this.trail = trail;
        this.chain = chain;
        this.words = words;
    }

    @GetMapping("/admin/audit")
    ModelAndView list(
            @Valid @ModelAttribute("filter") AuditFilter filter,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        model.addAttribute("after", after);
        model.addAttribute("chain", chain.lastCheck().orElse(null));
        model.addAttribute("verbs", trail.verbs().stream().map(this::verb).toList());
        model.addAttribute("entries", entries(filter, errors, after));
        model.addAttribute("failed", errors.hasErrors());
        return errors.hasErrors() ? Pages.again("audit/list") : new ModelAndView("audit/list");
    }

    private Slice<AuditRow> entries(AuditFilter filter, BindingResult errors, @Nullable String after) {
        try {
            if (!errors.hasErrors()) return trail.list(filter, after);
        } catch (Refusal refusal) {
            refusal.into(errors);
        }
        return new Slice<>(List.of(), null);
    }

    @GetMapping("/admin/audit.csv")
    void download(@Valid AuditFilter filter, HttpServletResponse response) throws IOException {
        trail.list(filter, null); // what the filter refuses is said before the download begins
        try (var csv = CsvDownload.to(
                response,
                "audit.csv",
                "entry",
                "at",
                "actor",
                "actor name",
                "from",
                "verb",
                "subject",
                "subject name",
                "reference",
                "fields",
                "hash")) {
            trail.each(
                    filter,
                    row -> csv.row(
                            row.seq(),
                            row.at(),
                            row.actor() == null ? row.kind().name().toLowerCase(Locale.ROOT) : row.actor(),
                            row.actorName(),
                            row.address(),
                            row.verb(),
                            row.subject(),
                            row.subjectName(),
                            row.reference(),
                            row.fieldsInWords(),
                            row.hash().hex()));
        }
    }

    @PostMapping("/admin/audit/check")
    ModelAndView check(RedirectAttributes flash) {
        var report = chain.verify();
        var key = report.whole() ? "audit.checked.whole" : "audit.checked.broken";
        return Pages.done(flash, key, report.end().seq()).at("/admin/audit");
    }

    private Verb verb(String verb) {
        return new Verb(verb, words.getMessage("audit.verb." + verb, null, AuditRow.inWords(verb), Locale.US));
    }

    /** A choice of the filter. */
    record Verb(String value, @Nullable String label) {}
}
