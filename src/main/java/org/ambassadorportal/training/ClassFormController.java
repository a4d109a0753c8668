package org.ambassadorportal.training;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.offering.Offered;
import org.ambassadorportal.offering.OfferingId;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form in which a class is announced and changed. */
@Controller
@RequestMapping("/desk/classes")
class ClassFormController {

    private static final String PAGE = "training/form";

    private final ClassPages pages;
    private final Classes classes;
    private final MessageSource messages;
    private final When when;

    ClassFormController(ClassPages pages, Classes classes, MessageSource messages, When when) {
        this.pages = pages;
        this.classes = classes;
        this.messages = messages;
        this.when = when;
    }

    /** A choice in a list, as {@code fragments/field} shows it. */
    record Choice(String value, String label) {}

    @GetMapping("/new")
    String empty(@CurrentPerson PersonId who, Model model) {
        var offered = classes.offered();
        model.addAttribute("classForm", ClassForm.of(offered.isEmpty() ? null : offered.getFirst(), who));
        return fill(model, null, offered);
    }

    @PostMapping
    ModelAndView announce(@Valid ClassForm classForm, BindingResult errors, Model model, RedirectAttributes flash) {
        classForm.check(errors);
        if (errors.hasErrors()) return again(model, null, HttpStatus.UNPROCESSABLE_CONTENT);
        try {
            var id = classes.announce(classForm);
            return Pages.done(flash, "training.done.announced").at(ClassDeskController.ONE, id);
        } catch (Refusal refusal) {
            refuse(refusal, classForm.offering(), classForm, null, errors);
            return again(model, null, refusal.status());
        }
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable ClassId id, @CurrentPerson PersonId who, Model model) {
        var page = pages.team(id, who);
        if (!page.open()) throw new ClassOver(page.canceled());
        model.addAttribute("classForm", ClassForm.of(page.facts(), when.zone()));
        return fill(model, page, List.of());
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable ClassId id,
            @CurrentPerson PersonId who,
            @Valid ClassForm classForm,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        classForm.check(errors);
        var page = pages.team(id, who);
        if (errors.hasErrors()) return again(model, page, HttpStatus.UNPROCESSABLE_CONTENT);
        try {
            classes.change(id, classForm);
            return Pages.done(flash, "training.done.changed").at(ClassDeskController.ONE, id);
        } catch (Refusal refusal) {
            refuse(refusal, page.facts().offering(), classForm, id, errors);
            return again(model, page, refusal.status());
        } catch (StaleEdit stale) {
            model.addAttribute("theirs", page);
            // Saving once more takes one's own version, knowing the other.
            model.addAttribute("classForm", classForm.on(page.facts().version()));
            return again(model, page, stale.status());
        } catch (Conflict over) {
            model.addAttribute("trouble", over);
            return again(model, page, over.status());
        }
    }

    /** A host who is not free: with the names of those who are. */
    private void refuse(
            Refusal refusal,
            @Nullable OfferingId offering,
            ClassForm form,
            @Nullable ClassId id,
            BindingResult errors) {
        if (!(refusal instanceof HostNotFree) || offering == null) {
            refusal.into(errors);
            return;
        }
        var free = classes.freeThen(offering, form, id);
        var key = refusal.key() + (free.isEmpty() ? ".nobody" : "");
        errors.rejectValue("host", key, new Object[] {String.join(", ", free)}, key);
    }

    private ModelAndView again(Model model, @Nullable ClassPage page, HttpStatusCode status) {
        return new ModelAndView(fill(model, page, page == null ? classes.offered() : List.of()), status);
    }

    /** @param offered what a new class can be; a class that is there stays what it is */
    private String fill(Model model, @Nullable ClassPage page, List<Offered> offered) {
        model.addAttribute("page", page);
        model.addAttribute(
                "offerings",
                offered.stream()
                        .map(each -> new Choice(each.id().toString(), each.name()))
                        .toList());
        model.addAttribute(
                "hosts",
                classes.hosts().stream()
                        .map(each -> new Choice(each.id().toString(), each.name()))
                        .toList());
        model.addAttribute("formats", formats());
        return PAGE;
    }

    /** A class is a meeting, so it is not held by telephone. */
    private List<Choice> formats() {
        return Stream.of(Format.VIDEO, Format.IN_PERSON)
                .map(each -> new Choice(each.name(), messages.getMessage("training.format." + each, null, Locale.US)))
                .toList();
    }
}
