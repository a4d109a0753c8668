package org.ambassadorportal.site;

import java.util.List;
import org.ambassadorportal.kernel.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Help: short pieces in our own words; their texts stand in the messages under {@code help.<piece>}. */
@Controller
class HelpPages {

    /** Good practice, one piece for each platform and one for all of them. */
    static final List<String> PLATFORMS = List.of(
            "everywhere",
            "x",
            "linkedin",
            "bluesky",
            "mastodon",
            "instagram",
            "threads",
            "youtube",
            "facebook",
            "tiktok");

    @GetMapping("/help")
    String help(Model model) {
        model.addAttribute("platforms", PLATFORMS);
        return "site/help";
    }

    @GetMapping("/help/{piece}")
    String piece(@PathVariable String piece, Model model) {
        if (piece.equals("accessibility") || piece.equals("start")) return "site/help-" + piece;
        if (!PLATFORMS.contains(piece)) throw new NotFound();
        model.addAttribute("piece", piece);
        model.addAttribute("platforms", PLATFORMS);
        return "site/help-platform";
    }
}
