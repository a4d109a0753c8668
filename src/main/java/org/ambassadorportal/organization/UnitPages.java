package org.ambassadorportal.organization;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.CsvDownload;
import org.ambassadorportal.kernel.CsvUpload;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.kernel.Submissions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tree of units, its forms, and its way in and out as a table. */
@Controller
@RequestMapping("/admin/units")
class UnitPages {

    private final UnitTree tree;
    private final UnitImport imports;
    private final Submissions submissions;

    UnitPages(UnitTree tree, UnitImport imports, Submissions submissions) {
        this.tree = tree;
        this.imports = imports;
        this.submissions = submissions;
    }

    @ModelAttribute("kinds")
    UnitKind[] kinds() {
        return UnitKind.values();
    }

    @GetMapping
    String list(@RequestParam @Nullable String q, Model model) {
        var nodes = tree.tree(q);
        model.addAttribute("q", q == null || q.isBlank() ? null : q.strip());
        model.addAttribute("nodes", nodes);
        model.addAttribute(
                "count", nodes.stream().mapToInt(node -> 1 + node.count()).sum());
        model.addAttribute("closed", q == null || q.isBlank() ? tree.closed() : List.of());
        return "organization/units";
    }

    @GetMapping("/list.csv")
    void export(HttpServletResponse response) throws IOException {
        try (var table = CsvDownload.to(response, "units.csv", "Name", "Kind", "Belongs to")) {
            write(table, tree.tree(null), null);
        }
    }

    private static void write(CsvDownload table, List<UnitNode> nodes, @Nullable String above) {
        for (var node : nodes) {
            table.row(node.unit().name(), node.unit().kind().spelled(), above);
            write(table, node.below(), node.unit().name());
        }
    }

    @GetMapping("/new")
    String add(@RequestParam @Nullable String within, Model model) {
        model.addAttribute(
                "form",
                new UnitForm(null, UnitKind.DEPARTMENT, within, null, Ids.next().toString()));
        return "organization/unit-new";
    }

    @PostMapping
    ModelAndView add(@Valid @ModelAttribute("form") UnitForm form, BindingResult errors, RedirectAttributes flash) {
        if (errors.hasErrors()) return Pages.again("organization/unit-new");
        try {
            submissions.once(
                    form.once(),
                    () -> tree.add(form.typedName(), form.chosenKind(), form.parent())
                            .toString());
            return Pages.done(flash, "unit.added", form.typedName()).at("/admin/units");
        } catch (Refusal refusal) {
            refusal.into(errors);
            return Pages.again("organization/unit-new");
        }
    }

    @GetMapping("/{id}")
    ModelAndView unit(@PathVariable UnitId id) {
        var unit = tree.get(id);
        return new ModelAndView("organization/unit").addObject("unit", unit).addObject("form", UnitForm.of(unit));
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable UnitId id,
            @Valid @ModelAttribute("form") UnitForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        if (errors.hasErrors()) return Pages.again("organization/unit").addObject("unit", tree.get(id));
        try {
            tree.change(id, form.typedName(), form.chosenKind(), form.parent(), form.version());
            return Pages.done(flash, "unit.saved", form.typedName()).at("/admin/units/{id}", id);
        } catch (Refusal refusal) {
            refusal.into(errors);
            return Pages.again("organization/unit").addObject("unit", tree.get(id));
        } catch (StaleEdit stale) {
            var present = tree.get(id);
            return new ModelAndView("organization/unit", HttpStatus.CONFLICT)
                    .addObject("unit", present)
                    .addObject("theirs", present)
                    .addObject("form", form.on(present));
        }
    }

    @PostMapping("/{id}/close")
    ModelAndView close(@PathVariable UnitId id, @RequestParam @Nullable Long version, RedirectAttributes flash) {
        return verb(id, () -> {
            tree.close(id, version);
            return Pages.done(flash, "unit.closed", tree.get(id).name()).at("/admin/units");
        });
    }

    @PostMapping("/{id}/reopen")
    ModelAndView reopen(@PathVariable UnitId id, @RequestParam @Nullable Long version, RedirectAttributes flash) {
        return verb(id, () -> {
            tree.reopen(id, version);
            return Pages.done(flash, "unit.reopened", tree.get(id).name()).at("/admin/units/{id}", id);
        });
    }

    private ModelAndView verb(UnitId id, Supplier<ModelAndView> work) {
        try {
            return work.get();
        } catch (Refusal | Conflict no) {
            var unit = tree.get(id);
            return new ModelAndView("organization/unit", no.status())
                    .addObject("unit", unit)
                    .addObject("form", UnitForm.of(unit))
                    .addObject("trouble", no);
        }
    }

    @GetMapping("/import")
    String importPage(Model model) {
        model.addAttribute("form", new ImportForm(null));
        return "organization/units-import";
    }

    @PostMapping("/import")
    ModelAndView importTable(@ModelAttribute("form") ImportForm form, BindingResult errors) throws IOException {
        try {
            var table = CsvUpload.read("file", form.bytes(), UnitImport.LIMITS, UnitImport.NAME, UnitImport.KIND);
            return new ModelAndView("organization/units-report").addObject("report", imports.take(table));
        } catch (Refusal refusal) {
            refusal.into(errors);
            return Pages.again("organization/units-import");
        }
    }
}
