package org.ambassadorportal.desk;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * Files that come with messages: added and thrown away before the message is sent, and fetched afterwards. A script adds
 * them one by one and gets the list alone; without it a button does, and the page comes back with what was typed.
 */
@Controller
class FilesController {

    /** Asked for by the script. */
    private static final String LIST = "X-Files";

    private final Files files;
    private final RequestPage page;

    FilesController(Files files, RequestPage page) {
        this.files = files;
        this.page = page;
    }

    @PostMapping("/requests/{ref}/files")
    ModelAndView add(
            @PathVariable Reference ref,
            @CurrentPerson SignedIn who,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> uploaded,
            @Valid @ModelAttribute("answer") AnswerForm form,
            BindingResult errors,
            Model model) {
        var status = FileField.add(files, ref, who, uploaded, model) ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return requestPage(ref, who.id(), form, model, status);
    }

    @PostMapping("/requests/{ref}/files/{id}/remove")
    ModelAndView remove(
            @PathVariable Reference ref,
            @PathVariable UUID id,
            @CurrentPerson PersonId who,
            @Valid @ModelAttribute("answer") AnswerForm form,
            BindingResult errors,
            Model model) {
        files.remove(ref, who, id);
        return requestPage(ref, who, form, model, HttpStatus.OK);
    }

    /** The page with what was typed, and nothing said against it yet. */
    private ModelAndView requestPage(Reference ref, PersonId who, AnswerForm form, Model model, HttpStatus status) {
        model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "answer");
        model.addAttribute("answer", form);
        return page.show(model, ref, who, status);
    }

    @PostMapping(path = "/requests/{ref}/files", headers = LIST)
    ModelAndView addOne(
            @PathVariable Reference ref,
            @CurrentPerson SignedIn who,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> uploaded,
            Model model) {
        return list(ref, who, uploaded, "/requests/" + ref, model);
    }

    @PostMapping(path = "/requests/{ref}/files/{id}/remove", headers = LIST)
    ModelAndView removeOne(
            @PathVariable Reference ref, @PathVariable UUID id, @CurrentPerson SignedIn who, Model model) {
        files.remove(ref, who.id(), id);
        return list(ref, who, List.of(), "/requests/" + ref, model);
    }

    @PostMapping(path = "/desk/{kind}/{ref}/files", headers = LIST)
    ModelAndView addOneAtTheDesk(
            @PathVariable String kind,
            @PathVariable Reference ref,
            @CurrentPerson SignedIn who,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> uploaded,
            Model model) {
        return list(ref, who, uploaded, "/desk/" + kind + "/" + ref, model);
    }

    @PostMapping(path = "/desk/{kind}/{ref}/files/{id}/remove", headers = LIST)
    ModelAndView removeOneAtTheDesk(
            @PathVariable String kind,
            @PathVariable Reference ref,
            @PathVariable UUID id,
            @CurrentPerson SignedIn who,
            Model model) {
        files.remove(ref, who.id(), id);
        return list(ref, who, List.of(), "/desk/" + kind + "/" + ref, model);
    }

    private ModelAndView list(
            Reference ref, SignedIn who, @Nullable List<MultipartFile> uploaded, String place, Model model) {
        boolean all = FileField.add(files, ref, who, uploaded, model);
        model.addAttribute("staged", files.staged(ref, who.id()));
        model.addAttribute("place", place);
        return new ModelAndView("desk/files :: waiting", all ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/requests/{ref}/files/{id}")
    ResponseEntity<byte[]> forRequester(
            @PathVariable Reference ref, @PathVariable UUID id, @CurrentPerson PersonId who) {
        return download(files.forRequester(ref, id, who));
    }

    @GetMapping("/desk/files/{id}")
    ResponseEntity<byte[]> forTeam(@PathVariable UUID id, @CurrentPerson PersonId who) {
        return download(files.forTeam(id, who));
    }

    private static ResponseEntity<byte[]> download(Files.Content file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.row().type()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.row().name(), java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.bytes());
    }
}
