package org.ambassadorportal.freeze;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.organization.UnitKind;
import org.ambassadorportal.organization.When;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Opens, changes and ends freeze windows. */
@Controller
class FreezeWindowController {

    private static final String WINDOWS = "/admin/freeze/windows";
    private static final String LIST = "/admin/freeze";

    private final FreezeWindows windows;
    private final Freezes freezes;
    private final MessageSource messages;
    private final When when;

    FreezeWindowController(FreezeWindows windows, Freezes freezes, MessageSource messages, When when) {
        this.windows = windows;
        this.freezes = freezes;
        this.messages = messages;
        this.when = when;
    }

    @GetMapping(WINDOWS + "/new")
    String empty(Model model) {
        model.addAttribute("windowForm", WindowForm.usual(when.today()));
        return forms(model, null);
    }

    @PostMapping(WINDOWS)
    ModelAndView open(@Valid WindowForm form, BindingResult errors, Model model, RedirectAttributes flash) {
        return saved(form, errors, model, null, () -> {
            LocalDate from = Objects.requireNonNull(form.from());
            windows.open(
                    Objects.requireNonNull(form.kinds()), Objects.requireNonNull(form.platforms()), from, form.until());
            boolean later = from.isAfter(when.today());
            return Pages.done(flash, "freeze.flash.window." + (later ? "planned" : "opened"), when.day(from))
                    .at(LIST);
        });
    }

    @GetMapping(WINDOWS + "/{id}")
    String edit(@PathVariable WindowId id, Model model) {
        var window = window(id);
        model.addAttribute("windowForm", WindowForm.of(window));
        model.addAttribute("version", window.version());
        return forms(model, window);
    }

    @PostMapping(WINDOWS + "/{id}")
    ModelAndView change(
            @PathVariable WindowId id,
            @Valid WindowForm form,
            BindingResult errors,
            @RequestParam long version,
            Model model,
            RedirectAttributes flash) {
        model.addAttribute("version", version);
        return saved(form, errors, model, id, () -> {
            windows.change(
                    id,
                    version,
                    Objects.requireNonNull(form.kinds()),
                    Objects.requireNonNull(form.platforms()),
                    Objects.requireNonNull(form.from()),
                    form.until());
            return Pages.done(flash, "freeze.flash.window.changed").at(LIST);
        });
    }

    @PostMapping(WINDOWS + "/{id}/end")
    ModelAndView end(@PathVariable WindowId id, @RequestParam long version, Model model, RedirectAttributes flash) {
        try {
            if (!window(id).begun()) {
                windows.callOff(id, version);
                return Pages.done(flash, "freeze.flash.window.off").at(LIST);
            }
            LocalDate last = when.today();
            windows.end(id, version, last);
            return Pages.done(flash, "freeze.flash.window.ended", when.day(last))
                    .at(LIST);
        } catch (StaleEdit | Refusal error) {
            var window = window(id);
            model.addAttribute("windowForm", WindowForm.of(window));
            model.addAttribute("version", window.version());
            model.addAttribute("trouble", error);
            return new ModelAndView(forms(model, window), error.status());
        }
    }

    private interface Act {
        ModelAndView done();
    }

    private ModelAndView saved(WindowForm form, BindingResult errors, Model model, @Nullable WindowId id, Act act) {
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        WindowRow theirs = null;
        if (!errors.hasErrors()) {
            try {
                return act.done();
            } catch (Refusal refusal) {
                refusal.into(errors);
            } catch (StaleEdit stale) {
                status = HttpStatus.CONFLICT;
                theirs = window(Objects.requireNonNull(id));
                // Saving once more takes one's own version, knowing the other.
                model.addAttribute("version", theirs.version());
            } catch (Conflict overlaps) {
                status = HttpStatus.CONFLICT;
                errors.reject(overlaps.key(), overlaps.getArguments(), overlaps.key());
                model.addAttribute("others", overlapping(form, id));
            }
        }
        model.addAttribute("theirs", theirs);
        return new ModelAndView(forms(model, id == null ? null : window(id)), status);
    }

    private List<WindowRow> overlapping(WindowForm form, @Nullable WindowId id) {
        return freezes.windows().stream()
                .filter(window -> !window.id().equals(id) && window.overlaps(form))
                .toList();
    }

    private String forms(Model model, @Nullable WindowRow window) {
        model.addAttribute("window", window);
        model.addAttribute("kinds", kinds());
        model.addAttribute(
                "platforms",
                Arrays.stream(Platform.values())
                        .map(platform -> new ExceptionFormController.Choice(platform.name(), platform.label()))
                        .toList());
        return "freeze/window";
    }

    /** All kinds but sections and labs, which count with their department. */
    private List<ExceptionFormController.Choice> kinds() {
        return Arrays.stream(UnitKind.values())
                .filter(kind -> FreezeWindow.Scope.counted(kind) == kind)
                .map(kind -> new ExceptionFormController.Choice(
                        kind.name(), messages.getMessage(kind.key(), null, Locale.US)))
                .toList();
    }

    private WindowRow window(WindowId id) {
        return freezes.windows().stream()
                .filter(window -> window.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
