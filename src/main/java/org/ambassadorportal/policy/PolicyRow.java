package org.ambassadorportal.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of a policy as a page shows it.
 *
 * @param hash SHA-256 of the Markdown text
 * @param html the text, safe to be shown as it is
 * @param officialUrl where the official text is, if the organization has said so
 */
public record PolicyRow(
        PolicyVersionId id,
        String key,
        String title,
        int number,
        LocalDate effective,
        String hash,
        String html,
        @Nullable String officialUrl) {}
