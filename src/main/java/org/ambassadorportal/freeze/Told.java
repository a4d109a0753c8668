package org.ambassadorportal.freeze;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.Letter;
import org.jspecify.annotations.Nullable;

/**
 * Who is told about what happened to an exception.
 *
 * @param item the reference people know the matter by: the exception's own, or its extension's
 * @param page the exception, where all of it stands
 * @param account the account in words
 */
record Told(Reference item, Reference page, String account, List<Addressee> to) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

    Told {
        to = List.copyOf(to);
    }

    /** A letter about it; without anybody to tell there is none. */
    List<Letter> letter(String key, @Nullable LocalDate until, @Nullable String conditions, @Nullable String words) {
        if (to.isEmpty()) return List.of();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("freeze.account", account);
        if (until != null) facts.put("freeze.until", DAY.format(until));
        if (conditions != null && !conditions.isBlank()) facts.put("freeze.conditions", conditions);
        return List.of(new Letter(key, to, item.toString(), facts, words, "/freeze/exceptions/" + page, null));
    }
}
