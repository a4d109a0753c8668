package org.ambassadorportal.ambassador;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.kernel.WebSettings;
import org.ambassadorportal.organization.Organization;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The directory and the pages of ambassadors, for everyone. */
@Controller
class DirectoryPages {

    private static final MediaType VCARD = new MediaType("text", "vcard", StandardCharsets.UTF_8);

    private final Directory directory;
    private final Profiles profiles;
    private final Organization organization;
    private final WebSettings web;
    private final MessageSource messages;

    DirectoryPages(
            Directory directory,
            Profiles profiles,
            Organization organization,
            WebSettings web,
            MessageSource messages) {
        this.directory = directory;
        this.profiles = profiles;
        this.organization = organization;
        this.web = web;
        this.messages = messages;
    }

    @ModelAttribute("search")
    Search search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(name = "platform", required = false) @Nullable List<String> platforms,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(name = "language", required = false) @Nullable List<String> languages,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String after) {
        return Search.of(q, topic, platforms, unit, languages, sort, after);
    }

    @GetMapping("/ambassadors")
    String find(@ModelAttribute("search") Search search, @CurrentPerson @Nullable SignedIn viewer, Model model) {
        model.addAttribute("found", directory.find(search));
        model.addAttribute("team", viewer != null && viewer.isComms());
        model.addAttribute("organization", organization.facts());
        return "ambassador/directory";
    }

    /** The same without the page around it, for the search field and the filters. */
    @HxRequest(target = "found-page")
    @GetMapping("/ambassadors")
    String narrow(@ModelAttribute("search") Search search, @CurrentPerson @Nullable SignedIn viewer, Model model) {
        find(search, viewer, model);
        return "ambassador/directory :: found";
    }

    @GetMapping("/ambassadors/{slug}")
    ModelAndView profile(@PathVariable String slug, @CurrentPerson @Nullable SignedIn viewer, Model model) {
        var address = profiles.address(slug);
        if (!address.equals(slug)) return moved("/ambassadors/" + address);
        var page = profiles.page(address);
        model.addAttribute("page", page);
        model.addAttribute("organization", organization.facts());
        model.addAttribute("mine", profiles.isOf(address, viewer == null ? null : viewer.id()));
        model.addAttribute("team", viewer != null && viewer.isComms());
        model.addAttribute("share", share(page));
        return new ModelAndView("ambassador/profile");
    }

    private static ModelAndView moved(String path) {
        var view = new RedirectView(path, true, false, false);
        view.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        return new ModelAndView(view);
    }

    private Share share(ProfilePage page) {
        var topics = page.topics().isEmpty() ? "" : say("profile.share.topics", String.join(", ", page.topics()));
        var image = page.photo() == null ? null : web.url("/ambassadors/" + page.slug() + "/photo?v=" + page.photo());
        return new Share(
                "profile",
                say("profile.share", page.line(), topics).strip(),
                web.url("/ambassadors/" + page.slug()),
                image);
    }

    @GetMapping(value = "/ambassadors/{slug}.vcf")
    ResponseEntity<byte[]> card(@PathVariable String slug) {
        var page = profiles.page(profiles.address(slug));
        var name = organization.facts().name();
        var card = ContactCard.of(page, web.url("/ambassadors/" + page.slug()), name, say("profile.card.note", name));
        return ResponseEntity.ok()
                .contentType(VCARD)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(page.slug() + ".vcf")
                                .build()
                                .toString())
                .body(card.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/ambassadors/{slug}/photo")
    @Nullable ResponseEntity<byte[]> photo(@PathVariable String slug, WebRequest request) {
        var photo = profiles.photo(slug);
        if (request.checkNotModified("\"" + photo.id() + "\"")) return null;
        return picture(photo)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(photo.bytes());
    }

    /** The head of an answer that is a photograph. */
    static ResponseEntity.BodyBuilder picture(Portraits.Portrait photo) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .header("X-Content-Type-Options", "nosniff")
                .eTag("\"" + photo.id() + "\"");
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }
}
