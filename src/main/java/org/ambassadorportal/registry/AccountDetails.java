package org.ambassadorportal.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.social.SocialProfile;
import org.jspecify.annotations.Nullable;

/**
 * What the registry keeps of an account.
 *
 * @param stableId the platform's own id, which outlives a change of name
 * @param unit the owner, answerable for an official account; impostors have none
 * @param administrators who holds access; there should be two at least
 * @param language a language tag, such as "en"
 * @param tags words to find it by
 * @param opened when it was opened on the platform, where that is known
 */
public record AccountDetails(
        String name,
        SocialProfile profile,
        @Nullable String stableId,
        @Nullable UnitId unit,
        Set<PersonId> administrators,
        String language,
        List<String> tags,
        @Nullable LocalDate opened) {

    public AccountDetails {
        administrators = Set.copyOf(administrators);
        tags = List.copyOf(tags);
    }
}
