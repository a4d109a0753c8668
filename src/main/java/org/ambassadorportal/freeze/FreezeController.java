package org.ambassadorportal.freeze;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.ambassadorportal.kernel.CsvDownload;
import org.ambassadorportal.social.Platform;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The public page of the freeze: what, why, what to do instead, and the exceptions. */
@Controller
class FreezeController {

    private final Freezes freezes;
    private final ExceptionList exceptions;

    FreezeController(Freezes freezes, ExceptionList exceptions) {
        this.freezes = freezes;
        this.exceptions = exceptions;
    }

    @GetMapping("/freeze")
    String page(Model model) {
        var windows = freezes.windows();
        var granted = exceptions.granted();
        model.addAttribute(
                "windows", windows.stream().filter(WindowRow::inForce).toList());
        model.addAttribute(
                "coming", windows.stream().filter(window -> !window.begun()).toList());
        model.addAttribute("allPlatforms", Platform.values().length);
        model.addAttribute("exceptions", granted);
        model.addAttribute(
                "running", granted.stream().filter(row -> row.state().granted()).count());
        return "freeze/freeze";
    }

    @GetMapping("/freeze/exceptions.csv")
    void csv(HttpServletResponse response) throws IOException {
        try (var csv = CsvDownload.to(
                response,
                "freeze-exceptions.csv",
                "account",
                "platform",
                "owner",
                "from",
                "until",
                "first until",
                "extensions",
                "conditions",
                "state")) {
            exceptions
                    .granted()
                    .forEach(row -> csv.row(
                            row.accountName(),
                            row.platform().label(),
                            row.unitName(),
                            row.validFrom(),
                            row.validUntil(),
                            row.firstUntil(),
                            row.extensions(),
                            row.conditions(),
                            row.state().name().toLowerCase(Locale.ROOT)));
        }
    }
}
