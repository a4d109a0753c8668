package org.ambassadorportal.desk;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the team writes about an item: replies, which can be taken back for a moment, work notes, and drafts of both. */
@Controller
class ComposerController {

    private static final String LEFT = "desk.canned.left";

    /** Which message is meant. */
    record MessageForm(@Nullable UUID message) {}

    private final TeamDesk team;
    private final Replies replies;
    private final Composing composing;
    private final CannedReplies canned;
    private final Files files;
    private final ItemPage page;

    ComposerController(
            TeamDesk team, Replies replies, Composing composing, CannedReplies canned, Files files, ItemPage page) {
        this.team = team;
        this.replies = replies;
        this.composing = composing;
        this.canned = canned;
        this.files = files;
        this.page = page;
    }

    @PostMapping("/desk/{kind}/{ref}/reply")
    ModelAndView reply(
            @PathVariable Reference ref,
            @CurrentPerson SignedIn who,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> uploaded,
            @Valid @ModelAttribute("composer") ComposerForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        // A browser that sends the form by the Enter key takes the address of a reply, whatever was chosen.
        if (form.note()) return note(ref, who, uploaded, form, errors, model, flash);
        if (!FileField.add(files, ref, who, uploaded, model))
            return kept(page.again(model, ref, who.id()), ref, who.id(), form, errors);
        if (!form.left().isEmpty() && !errors.hasErrors()) {
            errors.rejectValue("words", LEFT, new Object[] {Variables.typed(form.left())}, null);
            model.addAttribute("left", true);
        }
        Runnable sends = () -> team.reply(ref, who, form);
        var answer = page.decide(ref, who.id(), model, errors, flash, sends, "desk.done.replied");
        return kept(answer, ref, who.id(), form, errors);
    }

    @PostMapping("/desk/{kind}/{ref}/note")
    ModelAndView note(
            @PathVariable Reference ref,
            @CurrentPerson SignedIn who,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> uploaded,
            @Valid @ModelAttribute("composer") ComposerForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        if (!FileField.add(files, ref, who, uploaded, model))
            return kept(page.again(model, ref, who.id()), ref, who.id(), form, errors);
        Runnable keeps = () -> team.note(ref, who.id(), form);
        var answer = page.decide(ref, who.id(), model, errors, flash, keeps, "desk.done.noted");
        return kept(answer, ref, who.id(), form, errors);
    }

    /** What was not sent is kept, also when its writer leaves the page that says why. */
    private ModelAndView kept(
            ModelAndView answer, Reference ref, PersonId who, ComposerForm form, BindingResult errors) {
        boolean sound = errors.getFieldErrors("words").stream().allMatch(error -> LEFT.equals(error.getCode()));
        if (answer.getStatus() != null && sound) composing.keep(ref, who, form);
        return answer;
    }

    /** Adds files without a script: what was typed is kept meanwhile. */
    @PostMapping("/desk/{kind}/{ref}/files")
    ModelAndView add(
            @PathVariable Reference ref,
            @CurrentPerson SignedIn who,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> uploaded,
            @Valid @ModelAttribute("composer") ComposerForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        boolean all = FileField.add(files, ref, who, uploaded, model);
        if (!errors.hasFieldErrors("words") || form.text().isBlank()) composing.keep(ref, who.id(), form);
        return all ? page.decided(flash, ref, "desk.done.files") : page.again(model, ref, who.id());
    }

    @PostMapping("/desk/{kind}/{ref}/files/{id}/remove")
    ModelAndView remove(
            @PathVariable Reference ref,
            @PathVariable UUID id,
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("composer") ComposerForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        if (!errors.hasFieldErrors("words") || form.text().isBlank()) composing.keep(ref, who, form);
        files.remove(ref, who, id);
        return page.decided(flash, ref, "desk.done.file-removed");
    }

    @PostMapping("/desk/{kind}/{ref}/take-back")
    ModelAndView takeBack(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @ModelAttribute("taken") MessageForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        Runnable takes = () -> replies.takeBack(ref, who, form.message());
        return page.decide(ref, who, model, errors, flash, takes, "desk.done.taken-back");
    }

    /** What is in the composer as it will look, and the composer with it. */
    @PostMapping("/desk/{kind}/{ref}/preview")
    ModelAndView preview(
            @PathVariable Reference ref,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean alone,
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("composer") ComposerForm form,
            BindingResult errors,
            Model model) {
        if (!errors.hasErrors()) {
            composing.keep(ref, who, form);
            model.addAttribute("preview", form.text());
        }
        return page.compose(model, ref, who, alone, errors);
    }

    /** Puts a message into the composer as a quotation, below what stands there. */
    @PostMapping("/desk/{kind}/{ref}/quote")
    ModelAndView quote(
            @PathVariable Reference ref,
            @RequestParam(required = false) @Nullable UUID message,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean alone,
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("composer") ComposerForm form,
            BindingResult errors,
            Model model) {
        return fill(ref, who, form, errors, model, alone, () -> composing.quoted(ref, message, form));
    }

    /** Puts a canned reply into the composer, below what stands there, and says what could not be filled in. */
    @PostMapping("/desk/{kind}/{ref}/canned")
    ModelAndView canned(
            @PathVariable Reference ref,
            @RequestParam CannedId insert,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean alone,
            @CurrentPerson SignedIn who,
            @Valid @ModelAttribute("composer") ComposerForm form,
            BindingResult errors,
            Model model) {
        return fill(ref, who.id(), form, errors, model, alone, () -> {
            var filled = canned.filled(insert, ref, who);
            if (!filled.missing().isEmpty()) model.addAttribute("missing", Variables.typed(filled.missing()));
            return form.with(insert, filled.words());
        });
    }

    /** The composer with a text that was put together here; what cannot be put in leaves it as it was. */
    private ModelAndView fill(
            Reference ref,
            PersonId who,
            ComposerForm form,
            BindingResult errors,
            Model model,
            boolean alone,
            Supplier<ComposerForm> text) {
        if (errors.hasFieldErrors("words") && !form.text().isBlank())
            return page.compose(model, ref, who, alone, errors);
        try {
            // First what was typed: what is to be put in may be gone by now.
            composing.keep(ref, who, form);
            var filled = text.get();
            composing.keep(ref, who, filled);
            model.addAttribute("composer", filled);
            // That nothing stood there before is no error.
            model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "composer");
            return page.compose(model, ref, who, alone, new MapBindingResult(Map.of(), "composer"));
        } catch (Refusal refusal) {
            refusal.into(errors);
        }
        return page.compose(model, ref, who, alone, errors);
    }

    @PostMapping("/desk/{kind}/{ref}/draft")
    ModelAndView draft(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("composer") ComposerForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        Runnable keeps = () -> composing.keep(ref, who, form);
        return page.decide(ref, who, model, errors, flash, keeps, "desk.done.draft");
    }

    /** Keeps what is being typed, without leaving the page. */
    @PostMapping(path = "/desk/{kind}/{ref}/draft", headers = "X-Typing")
    ResponseEntity<Void> typing(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("composer") ComposerForm form,
            BindingResult errors) {
        // A composer that was emptied is a draft that is no more.
        if (errors.hasErrors() && !form.text().isBlank())
            return ResponseEntity.unprocessableContent().build();
        composing.keep(ref, who, form);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/desk/{kind}/{ref}/draft/discard")
    ModelAndView discard(
            @PathVariable Reference ref,
            @CurrentPerson PersonId who,
            @ModelAttribute("composer") ComposerForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        composing.discard(ref, who, form.sawId());
        return page.decided(flash, ref, "desk.done.discarded");
    }
}
