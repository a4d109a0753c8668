package org.ambassadorportal.ambassador;

import jakarta.validation.constraints.NotBlank;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** The first step: who somebody is, and what they post about. Whoever changes a page is asked only for what is reviewed. */
record YouForm(
        @NotBlank(message = "{enroll.you.name.missing}") @PlainText(max = 120) @Nullable String name,

        @PlainText(max = 60) @Nullable String credentials,

        @NotBlank(message = "{enroll.you.title.missing}") @PlainText(max = 160) @Nullable String title,

        @NotBlank(message = "{enroll.you.unit.missing}") @PlainText(max = 200) @Nullable String unit,

        @PlainText(max = 600, lines = true) @Nullable String topics,
        @PlainText(max = 300, lines = true) @Nullable String languages,
        @PlainText(max = 800, lines = true) @Nullable String bio,
        @Nullable MultipartFile photo,
        @Nullable Boolean removePhoto) {

    static YouForm of(Draft draft) {
        var who = draft.particulars();
        return new YouForm(
                who.name(),
                who.credentials(),
                who.title(),
                draft.unitName(),
                String.join(", ", draft.interests().topics()),
                String.join(", ", draft.interests().languages()),
                draft.interests().bio(),
                null,
                false);
    }

    /** The topics and languages as lists; what is wrong with them is said beside their fields. */
    Interests interests(Interests before, Errors errors, boolean required) {
        return InterestFields.read(topics, languages, bio, before, errors, required);
    }

    static @Nullable String clean(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip().replaceAll("[ \\t]+", " ");
    }
}
