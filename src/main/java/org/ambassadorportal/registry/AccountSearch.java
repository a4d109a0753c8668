package org.ambassadorportal.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.social.SocialProfile;

/**
 * What somebody looks for among the accounts, as a condition on {@code registry_account a} beside
 * {@code organization_unit u}. Every word must be found in the name, the handle, a tag or the owner's name; an address
 * finds the account it leads to, under its earlier names as well.
 *
 * @param words as typed; what cannot be stored cannot be looked for either and is left out
 * @param units the owner and all below it; empty for any
 */
record AccountSearch(String words, Set<UnitId> units) {

    private static final int MOST_WORDS = 6;

    AccountSearch {
        words = plain(words);
        units = Set.copyOf(units);
    }

    private static String plain(String words) {
        var kept = new StringBuilder();
        words.codePoints()
                .limit(200)
                .map(letter -> Character.isISOControl(letter) ? ' ' : letter)
                .filter(letter -> letter > 0xFFFF || !Character.isSurrogate((char) letter))
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        var profile = SocialProfile.parse(words).profile();
        if (profile.isPresent()) {
            parameters.put("canonical", profile.get().uniqueKey());
        } else {
            var each = each();
            for (int at = 0; at < each.size(); at++) parameters.put("word" + at, each.get(at));
        }
        if (!units.isEmpty())
            parameters.put("units", units.stream().map(UnitId::value).toArray(UUID[]::new));
        return parameters;
    }

    String condition() {
        var condition = new StringBuilder("true");
        parameters().keySet().stream()
                .sorted()
                .forEach(name -> condition.append(
                        switch (name) {
                            case "canonical" ->
                                " and (a.canonical = :canonical or exists (select 1 from registry_earlier_name e"
                                        + " where e.account_id = a.id and e.canonical = :canonical))";
                            case "units" -> " and a.unit_id = any(:units)";
                            default ->
                                " and (a.search like immutable_unaccent(lower(:%1$s)) or lower(immutable_unaccent(u.name)) like immutable_unaccent(lower(:%1$s)))"
                                        .formatted(name);
                        }));
        return condition.toString();
    }

    private List<String> each() {
        var each = new ArrayList<String>();
        for (var word : words.toLowerCase(Locale.ROOT).split("[\\s,]+", -1)) {
            var bare = word.startsWith("@") ? word.substring(1) : word;
            if (!bare.isEmpty() && each.size() < MOST_WORDS) {
                each.add("%" + bare.replaceAll("[\\\\%_]", "\\\\$0") + "%");
            }
        }
        return each;
    }
}
