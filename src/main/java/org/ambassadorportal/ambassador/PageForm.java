package org.ambassadorportal.ambassador;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What an owner changes on their page at once.
 *
 * @param profiles the keys of the profiles to be shown
 * @param version the version of the page that the form was opened on
 */
record PageForm(
        @PlainText(max = 600, lines = true) @Nullable String topics,
        @PlainText(max = 300, lines = true) @Nullable String languages,
        @PlainText(max = 800, lines = true) @Nullable String bio,
        @Nullable Boolean showPhoto,
        @Nullable Boolean showBio,
        @Nullable Boolean showTopics,
        @Nullable Boolean showLanguages,
        @Nullable Boolean showTitle,
        @Nullable Boolean showCredentials,
        @Nullable List<@PlainText(max = 400) String> profiles,
        @Nullable Long version) {

    static PageForm of(MePage.Page page) {
        var shown = page.visibility();
        return new PageForm(
                String.join(", ", page.interests().topics()),
                String.join(", ", page.interests().languages()),
                page.interests().bio(),
                shown.photo(),
                shown.bio(),
                shown.topics(),
                shown.languages(),
                shown.title(),
                shown.credentials(),
                page.profiles().stream()
                        .filter(profile -> !profile.hidden())
                        .map(ListedProfile::addressKey)
                        .toList(),
                page.version());
    }

    Visibility visibility() {
        return new Visibility(
                Boolean.TRUE.equals(showPhoto),
                Boolean.TRUE.equals(showBio),
                Boolean.TRUE.equals(showTopics),
                Boolean.TRUE.equals(showLanguages),
                Boolean.TRUE.equals(showTitle),
                Boolean.TRUE.equals(showCredentials));
    }

    Set<String> shown() {
        return profiles == null ? Set.of() : profiles.stream().collect(Collectors.toUnmodifiableSet());
    }
}
