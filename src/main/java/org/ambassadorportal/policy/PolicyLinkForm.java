package org.ambassadorportal.policy;

import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.WebLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Where the official text is; empty shows nothing in its place. */
record PolicyLinkForm(@PlainText(max = 500) @Nullable String officialUrl) {

    /** The address, or {@code null} when there is to be none; what cannot be read as one becomes an error. */
    @Nullable String url(Errors errors) {
        if (officialUrl == null || officialUrl.isBlank()) return null;
        var link = WebLinks.read(officialUrl);
        if (link.isEmpty()) errors.rejectValue("officialUrl", "policy.link.wrong");
        return link.orElse(null);
    }
}
