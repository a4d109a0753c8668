package org.ambassadorportal.amplification;

import java.util.Objects;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.WebLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The first page: what is to get out.
 *
 * @param link where it can be read; may be left out while nothing is on the web
 * @param text the words for the post
 * @param whom "me" or "colleague", with the colleague's mail address: the desk's question
 */
record StoryForm(
        @Nullable Subject subject,
        @PlainText(max = 120) String title,
        @PlainText(max = 2000) String link,
        @PlainText(max = 4000, lines = true) String text,
        @PlainText(max = 20) String whom,
        @PlainText(max = 254) String colleague) {

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    StoryForm {
        title = Objects.requireNonNullElse(title, "").strip();
        link = Objects.requireNonNullElse(link, "").strip();
        text = Objects.requireNonNullElse(text, "").strip();
        whom = Objects.requireNonNullElse(whom, "");
        colleague = Objects.requireNonNullElse(colleague, "").strip();
    }

    /** The form as it opens. */
    static StoryForm empty() {
        return new StoryForm(null, "", "", "", "", "");
    }

    /** What no annotation can say. */
    void check(Errors errors) {
        if (subject == null && !errors.hasFieldErrors("subject"))
            errors.rejectValue("subject", "amplification.subject.missing");
        if (title.isEmpty()) errors.rejectValue("title", "amplification.title.missing");
        if (text.isEmpty()) errors.rejectValue("text", "amplification.text.missing");
        if (!link.isEmpty()
                && !errors.hasFieldErrors("link")
                && WebLinks.read(link).isEmpty()) errors.rejectValue("link", "amplification.link.wrong");
    }
}
