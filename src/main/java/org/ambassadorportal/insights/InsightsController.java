package org.ambassadorportal.insights;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import org.ambassadorportal.kernel.CsvDownload;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures as the comms team sees them. */
@Controller
class InsightsController {

    private final Insights insights;
    private final MessageSource words;

    InsightsController(Insights insights, MessageSource words) {
        this.insights = insights;
        this.words = words;
    }

    @GetMapping("/insights")
    String show(@RequestParam(required = false) @Nullable String period, Model model) {
        model.addAttribute("page", insights.of(Period.of(period)));
        model.addAttribute("periods", Period.values());
        return "insights/insights";
    }

    @GetMapping("/insights/requests.csv")
    void download(@RequestParam(required = false) @Nullable String period, HttpServletResponse response)
            throws IOException {
        var received = insights.received(Period.of(period));
        var header = new ArrayList<String>();
        header.add("kind");
        received.months().all().forEach(month -> header.add(month.toString()));
        try (var csv = CsvDownload.to(response, "requests.csv", header.toArray(String[]::new))) {
            for (var kind : received.kinds()) {
                var row = new ArrayList<Object>();
                row.add(words.getMessage("kind." + kind.kind(), null, kind.kind(), Locale.US));
                row.addAll(kind.counts());
                csv.row(row.toArray());
            }
        }
    }
}
