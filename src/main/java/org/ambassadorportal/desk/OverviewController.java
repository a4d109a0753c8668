package org.ambassadorportal.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.kernel.CsvDownload;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the desk does, for the team; who has how much, for its leads. */
@Controller
class OverviewController {

    private final Overview overview;
    private final Kinds kinds;
    private final MessageSource words;

    OverviewController(Overview overview, Kinds kinds, MessageSource words) {
        this.overview = overview;
        this.kinds = kinds;
        this.words = words;
    }

    @GetMapping("/desk/overview")
    String show(
            @RequestParam(required = false) @Nullable String weeks,
            @RequestParam(required = false) @Nullable String kind,
            @CurrentPerson SignedIn who,
            Model model) {
        model.addAttribute("page", overview.page(span(weeks), known(kind)));
        model.addAttribute("spans", OverviewPage.SPANS);
        if (who.lead() || who.isAdmin()) model.addAttribute("load", overview.load());
        return "desk/overview";
    }

    /** What came in and was settled, by week and kind. */
    @GetMapping("/desk/overview.csv")
    void download(@RequestParam(required = false) @Nullable String weeks, HttpServletResponse response)
            throws IOException {
        var flows = overview.flows(span(weeks));
        var header =
                words.getMessage("desk.overview.csv.columns", null, Locale.US).split(",");
        try (var csv = CsvDownload.to(response, "desk-overview.csv", header)) {
            for (var flow : flows) csv.row(flow.week().toString(), kinds.label(flow.kind()), flow.came(), flow.went());
        }
    }

    private @Nullable String known(@Nullable String kind) {
        return kinds.find(kind).map(Kind::key).orElse(null);
    }

    private static int span(@Nullable String weeks) {
        return OverviewPage.span(weeks != null && weeks.matches("\\d{1,3}") ? Integer.valueOf(weeks) : null);
    }
}
