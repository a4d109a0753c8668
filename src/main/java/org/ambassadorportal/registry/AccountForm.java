package org.ambassadorportal.registry;

import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What an admin types about an account.
 *
 * @param address whatever was pasted: the address is read from it
 * @param unit the owner's name, chosen by typing
 * @param administrators mail addresses, one on each line
 * @param tags separated by commas
 */
record AccountForm(
        @PlainText(max = 120) @NotBlank(message = "{registry.name.missing}") @Nullable String name,

        @PlainText(max = 600) @NotBlank(message = "{registry.address.missing}") @Nullable String address,

        @PlainText(max = 200) @Nullable String stableId,
        @PlainText(max = 200) @Nullable String unit,
        @PlainText(max = 2000, lines = true) @Nullable String administrators,
        @PlainText(max = 20) @Nullable String language,
        @PlainText(max = 300) @Nullable String tags,
        @Nullable LocalDate opened,
        @Nullable Boolean impostor,
        @Nullable LocalDate reported,
        @PlainText(max = 36) @Nullable String once) {

    /** A field in which two versions of an account differ. */
    record Difference(String field, String theirs, String mine) {}

    /** The languages that accounts are kept in; others are added when an account needs one. */
    private static final List<String> LANGUAGES =
            List.of("en", "es", "ar", "zh", "fr", "de", "hi", "it", "ja", "ko", "pl", "pt", "ru", "so", "tl", "vi");

    /** A choice of a select box. */
    record Choice(String value, String label) {}

    static AccountForm empty(boolean impostor) {
        return new AccountForm(
                null,
                null,
                null,
                null,
                null,
                "en",
                null,
                null,
                impostor,
                null,
                Ids.next().toString());
    }

    static List<Choice> languages() {
        return LANGUAGES.stream().map(tag -> new Choice(tag, languageName(tag))).toList();
    }

    /** "Spanish" for "es". */
    static String languageName(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.US);
    }

    /** The fields in which what stands there now differs from this. */
    List<Difference> against(AccountForm theirs) {
        return Stream.of(
                        new Difference("address", said(theirs.address), said(address)),
                        new Difference("name", said(theirs.name), said(name)),
                        new Difference("unit", said(theirs.unit), said(unit)),
                        new Difference("administrators", said(theirs.administrators), said(administrators)),
                        new Difference("opened", said(theirs.opened), said(opened)),
                        new Difference("language", languageName(theirs.languageTag()), languageName(languageTag())),
                        new Difference("tags", said(theirs.tags), said(tags)),
                        new Difference("stableId", said(theirs.stableId), said(stableId)))
                .filter(each -> !each.theirs().equals(each.mine()))
                .toList();
    }

    /** As it is compared: a browser sends other line ends than it was given. */
    private static String said(@Nullable Object value) {
        return value == null ? "" : value.toString().replace("\r\n", "\n").strip();
    }

    /** Whether it is entered as an account that pretends to be ours. */
    public boolean pretends() {
        return Boolean.TRUE.equals(impostor);
    }

    /** The name, once it is known to be there. */
    String givenName() {
        return name == null ? "" : name.strip();
    }

    String languageTag() {
        return language != null && LANGUAGES.contains(language) ? language : "en";
    }

    List<String> eachTag() {
        return tags == null
                ? List.of()
                : Stream.of(tags.split(",", -1))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList();
    }
}
