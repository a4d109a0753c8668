package org.ambassadorportal.organization;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/** The list under a field in which a unit is chosen by typing. */
@Controller
class UnitSuggestions {

    private static final int SHOWN = 12;

    private final Units units;

    UnitSuggestions(Units units) {
        this.units = units;
    }

    /** What was typed comes as {@code q}, or under the name of the field itself, which htmx tells in a header. */
    @GetMapping("/units/suggest")
    String suggest(
            @RequestParam @Nullable String q,
            @RequestHeader(name = "HX-Trigger-Name", required = false) @Nullable String field,
            WebRequest request,
            Model model) {
        var typed = q == null && field != null ? request.getParameter(field) : q;
        model.addAttribute("units", units.suggest(typed, SHOWN));
        return "fragments/unit :: options(units=${units})";
    }
}
