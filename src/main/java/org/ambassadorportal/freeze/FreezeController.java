package org.ambassadorportal.freeze;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ambassadorportal.kernel.CsvDownload;
import org.ambassadorportal.organization.UnitKind;
import org.ambassadorportal.social.Platform;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The public page of the freeze: what, why, what to do instead, and the exceptions. */
@Controller
class FreezeController {

    private static final Set<UnitKind> USUAL = Set.of(UnitKind.DEPARTMENT, UnitKind.PROGRAM, UnitKind.OFFICE);

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
        var inForce = windows.stream().filter(WindowRow::inForce).toList();
        model.addAttribute("headingKey", heading(inForce));
        model.addAttribute("windows", inForce);
        model.addAttribute(
                "coming", windows.stream().filter(window -> !window.begun()).toList());
        model.addAttribute("allPlatforms", Platform.values().length);
        model.addAttribute("exceptions", granted);
        model.addAttribute(
                "running", granted.stream().filter(row -> row.state().granted()).count());
        return "freeze/freeze";
    }

    /** The page names the usual kinds of unit only where all of them are frozen. */
    private static String heading(List<WindowRow> inForce) {
        if (inForce.isEmpty()) return "freeze.title.none";
        var frozen = EnumSet.noneOf(UnitKind.class);
        inForce.forEach(window -> frozen.addAll(window.kinds()));
        return frozen.containsAll(USUAL) ? "freeze.title" : "freeze.title.some";
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
