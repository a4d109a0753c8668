package org.ambassadorportal.policy;

import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The policies for everyone to read, and for staff to acknowledge. */
@Controller
class PolicyPages {

    private final Policies policies;
    private final When when;

    PolicyPages(Policies policies, When when) {
        this.policies = policies;
        this.when = when;
    }

    @GetMapping("/policies")
    String list(Model model) {
        model.addAttribute("policies", policies.current());
        return "policy/list";
    }

    @GetMapping("/policies/{key}")
    String read(
            @PathVariable String key,
            @RequestParam(name = "version", required = false) @Nullable Integer number,
            @CurrentPerson @Nullable PersonId reader,
            Model model) {
        var page = policies.page(key, number, reader);
        model.addAttribute("policy", page);
        model.addAttribute("before", page.before(when.today()));
        model.addAttribute("asked", reader != null && page.current() && page.acknowledged() == null);
        return "policy/policy";
    }

    @PostMapping("/policies/{key}/acknowledge")
    ModelAndView acknowledge(
            @CurrentPerson PersonId reader,
            @PathVariable String key,
            @RequestParam PolicyVersionId version,
            @RequestParam String hash,
            RedirectAttributes flash) {
        policies.attest(reader, version, hash);
        return Pages.done(flash, "policy.acknowledged").at("/policies/{key}", key);
    }
}
