package org.ambassadorportal.site;

import java.util.Comparator;
import org.ambassadorportal.ambassador.Ambassadors;
import org.ambassadorportal.ambassador.TopicRow;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page: why the program exists, and the doors into it; and the chooser of what one can ask for. */
@Controller
class HomePages {

    /** So many topics stand in the index, so many of them under the search field. */
    private static final int TOPICS = 16;

    private static final int OFTEN = 3;
    private static final int SOME = 3;

    private final Ambassadors ambassadors;

    HomePages(Ambassadors ambassadors) {
        this.ambassadors = ambassadors;
    }

    @GetMapping("/")
    String home(Model model) {
        var topics = ambassadors.topics(TOPICS);
        model.addAttribute("counts", ambassadors.counts());
        model.addAttribute("some", ambassadors.byChance(SOME));
        model.addAttribute("often", topics.stream().limit(OFTEN).toList());
        model.addAttribute(
                "topics",
                topics.stream()
                        .sorted(Comparator.comparing(TopicRow::name, String.CASE_INSENSITIVE_ORDER))
                        .toList());
        return "site/home";
    }

    /** What one can ask for, in plain questions. */
    @GetMapping("/requests/new")
    String chooser() {
        return "site/chooser";
    }
}
