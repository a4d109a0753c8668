package org.ambassadorportal.policy;

import jakarta.validation.Valid;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where admins write and publish policies. */
@Controller
@RequestMapping("/admin/policies")
class PolicyAdminPages {

    private final PolicyEditing editing;
    private final When when;

    PolicyAdminPages(PolicyEditing editing, When when) {
        this.editing = editing;
        this.when = when;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("policies", editing.list());
        return "policy/admin-list";
    }

    @GetMapping("/{key}")
    String edit(@PathVariable String key, Model model) {
        var page = editing.page(key, when.today());
        model.addAttribute("policy", page);
        model.addAttribute("form", PolicyForm.of(page));
        model.addAttribute("link", new PolicyLinkForm(page.officialUrl()));
        return "policy/admin-edit";
    }

    @PostMapping("/{key}")
    ModelAndView write(
            @PathVariable String key,
            @Valid @ModelAttribute("form") PolicyForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) return again(key, model, HttpStatus.UNPROCESSABLE_CONTENT);
        try {
            editing.write(key, form.version(), form.title().strip(), form.text(), form.effective());
        } catch (StaleEdit stale) {
            model.addAttribute("stale", stale);
            return again(key, model, HttpStatus.CONFLICT);
        }
        return Pages.done(flash, "policy.draft.saved").at("/admin/policies/{key}/draft", key);
    }

    @GetMapping("/{key}/draft")
    ModelAndView draft(@PathVariable String key, Model model) {
        var page = editing.page(key, when.today());
        if (!page.drafted()) return Pages.to("/admin/policies/{key}", key);
        model.addAttribute("policy", page);
        model.addAttribute("form", PolicyForm.of(page));
        return new ModelAndView("policy/admin-draft");
    }

    @PostMapping("/{key}/discard")
    ModelAndView discard(@PathVariable String key, @RequestParam @Nullable Long version, RedirectAttributes flash) {
        editing.discard(key, version);
        return Pages.done(flash, "policy.draft.discarded").at("/admin/policies/{key}", key);
    }

    @PostMapping("/{key}/publish")
    ModelAndView publish(
            @PathVariable String key,
            @ModelAttribute("form") PolicyForm form,
            BindingResult errors,
            @CurrentPerson PersonId by,
            Model model,
            RedirectAttributes flash) {
        try {
            var number = editing.publish(key, form.version(), by);
            return Pages.done(flash, "policy.published", number).at("/admin/policies/{key}", key);
        } catch (Refusal refusal) {
            model.addAttribute("refused", refusal);
            model.addAttribute("policy", editing.page(key, when.today()));
            return Pages.again("policy/admin-draft");
        }
    }

    @PostMapping("/{key}/link")
    ModelAndView link(
            @PathVariable String key,
            @Valid @ModelAttribute("link") PolicyLinkForm link,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        var url = link.url(errors);
        if (errors.hasErrors()) {
            model.addAttribute("form", PolicyForm.of(editing.page(key, when.today())));
            return again(key, model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        editing.link(key, url);
        return Pages.done(flash, "policy.link.saved").at("/admin/policies/{key}", key);
    }

    @GetMapping("/{key}/acknowledged")
    String acknowledged(@PathVariable String key, @RequestParam(required = false) @Nullable String after, Model model) {
        model.addAttribute("policy", editing.page(key, when.today()));
        model.addAttribute("readers", editing.acknowledged(key, after));
        return "policy/admin-acknowledged";
    }

    private ModelAndView again(String key, Model model, HttpStatus status) {
        var page = editing.page(key, when.today());
        model.addAttribute("policy", page);
        if (!model.containsAttribute("link")) model.addAttribute("link", new PolicyLinkForm(page.officialUrl()));
        return new ModelAndView("policy/admin-edit", status);
    }
}
