package org.ambassadorportal.site;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page: why the program exists, and the three doors into it. */
@Controller
class HomePages {

    @GetMapping("/")
    String home() {
        return "site/help";
    }

    /** What one can ask for, in plain questions. */
    @GetMapping("/requests/new")
    String chooser() {
        return "site/chooser";
    }
}
