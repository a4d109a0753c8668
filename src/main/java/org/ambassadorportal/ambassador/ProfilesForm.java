package org.ambassadorportal.ambassador;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The second step: one field for each platform, two more for whatever else there is. Anything may be pasted. */
record ProfilesForm(
        @PlainText(max = 500) @Nullable String x,
        @PlainText(max = 500) @Nullable String linkedin,
        @PlainText(max = 500) @Nullable String bluesky,
        @PlainText(max = 500) @Nullable String mastodon,
        @PlainText(max = 500) @Nullable String instagram,
        @PlainText(max = 500) @Nullable String threads,
        @PlainText(max = 500) @Nullable String youtube,
        @PlainText(max = 500) @Nullable String facebook,
        @PlainText(max = 500) @Nullable String tiktok,
        @PlainText(max = 500) @Nullable String more,
        @PlainText(max = 500) @Nullable String further,
        @Nullable Opinions opinions) {

    static ProfilesForm of(Draft draft) {
        var typed = draft.profiles().stream()
                .collect(Collectors.toMap(EnteredProfile::slot, EnteredProfile::typed, (one, other) -> one));
        return new ProfilesForm(
                typed.get("x"),
                typed.get("linkedin"),
                typed.get("bluesky"),
                typed.get("mastodon"),
                typed.get("instagram"),
                typed.get("threads"),
                typed.get("youtube"),
                typed.get("facebook"),
                typed.get("tiktok"),
                typed.get("more"),
                typed.get("further"),
                draft.opinions());
    }

    /** What was typed, by field; empty fields and those that cannot be stored are left out. */
    Map<String, String> typed(Errors errors) {
        var typed = new LinkedHashMap<String, String>();
        for (var slot : ProfileSlots.all()) {
            var text = text(slot);
            if (!text.isEmpty() && !errors.hasFieldErrors(slot)) typed.put(slot, text);
        }
        return typed;
    }

    /** What was typed into this field. */
    String text(String slot) {
        var text = switch (slot) {
            case "x" -> x;
            case "linkedin" -> linkedin;
            case "bluesky" -> bluesky;
            case "mastodon" -> mastodon;
            case "instagram" -> instagram;
            case "threads" -> threads;
            case "youtube" -> youtube;
            case "facebook" -> facebook;
            case "tiktok" -> tiktok;
            case "more" -> more;
            case "further" -> further;
            default -> null;
        };
        return text == null ? "" : text.strip();
    }

    /** Whether everything that was typed can be stored as it is. */
    static boolean storable(Errors errors) {
        return errors.getAllErrors().stream().noneMatch(error -> "PlainText".equals(error.getCode()));
    }
}
