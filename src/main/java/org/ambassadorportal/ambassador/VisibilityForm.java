package org.ambassadorportal.ambassador;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What will be public, field by field. A box that is not ticked is not sent.
 *
 * @param profiles the fields of the profiles to be shown
 */
record VisibilityForm(
        @Nullable Boolean photo,
        @Nullable Boolean bio,
        @Nullable Boolean topics,
        @Nullable Boolean languages,
        @Nullable Boolean title,
        @Nullable Boolean credentials,
        @Nullable List<@PlainText(max = 400) String> profiles) {

    static VisibilityForm of(Draft draft) {
        var shown = draft.visibility();
        return new VisibilityForm(
                shown.photo(),
                shown.bio(),
                shown.topics(),
                shown.languages(),
                shown.title(),
                shown.credentials(),
                draft.profiles().stream()
                        .filter(profile -> !profile.hidden())
                        .map(EnteredProfile::slot)
                        .toList());
    }

    Visibility visibility() {
        return new Visibility(
                Boolean.TRUE.equals(photo),
                Boolean.TRUE.equals(bio),
                Boolean.TRUE.equals(topics),
                Boolean.TRUE.equals(languages),
                Boolean.TRUE.equals(title),
                Boolean.TRUE.equals(credentials));
    }

    Set<String> shown() {
        return profiles == null ? Set.of() : profiles.stream().collect(Collectors.toUnmodifiableSet());
    }
}
