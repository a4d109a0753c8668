package org.ambassadorportal.ambassador;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody looks for in the directory; each is an address that can be kept and passed on. What cannot be read is
 * left out: an address typed by hand still finds something.
 *
 * @param q words, as typed
 * @param topic one topic, spelled exactly but for capitals and accents
 * @param platforms keys of platforms, any of which will do
 * @param unit a unit, with all that belongs to it
 * @param languages any of which will do
 * @param byName whether the list is by name although there are words to match
 * @param after the position behind which the page begins
 */
record Search(
        String q,
        String topic,
        Set<String> platforms,
        @Nullable UUID unit,
        Set<String> languages,
        boolean byName,
        @Nullable String after) {

    private static final int LONGEST = 100;

    Search {
        platforms = Set.copyOf(platforms);
        languages = Set.copyOf(languages);
    }

    static Search of(
            @Nullable String q,
            @Nullable String topic,
            @Nullable List<String> platforms,
            @Nullable String unit,
            @Nullable List<String> languages,
            @Nullable String sort,
            @Nullable String after) {
        var known = new LinkedHashSet<String>();
        if (platforms != null)
            platforms.stream().filter(key -> Platform.ofKey(key).isPresent()).forEach(known::add);
        var spoken = new LinkedHashSet<String>();
        if (languages != null)
            languages.stream()
                    .limit(10)
                    .map(Search::plain)
                    .filter(it -> !it.isEmpty())
                    .forEach(spoken::add);
        return new Search(plain(q), plain(topic), known, uuid(unit), spoken, "name".equals(sort), after);
    }

    private static String plain(@Nullable String text) {
        if (text == null) return "";
        var clean = text.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Co}\\p{Cn}]", " ")
                .strip()
                .replaceAll("\\s+", " ");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST).strip() : clean;
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        if (text == null || text.length() != 36) return null;
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    public List<String> words() {
        return Words.asked(q);
    }

    /** Whether there is something by which one match is better than another. */
    public boolean ranked() {
        return !words().isEmpty() && !byName;
    }

    public boolean isAll() {
        return q.isEmpty() && topic.isEmpty() && platforms.isEmpty() && unit == null && languages.isEmpty();
    }

    /** Whether anything but the words narrows the list. */
    public boolean isNarrowed() {
        return !topic.isEmpty() || !platforms.isEmpty() || unit != null || !languages.isEmpty();
    }

    public Search withoutFilters() {
        return new Search(q, "", Set.of(), null, Set.of(), byName, null);
    }

    public Search withoutTopic() {
        return new Search(q, "", platforms, unit, languages, byName, null);
    }

    public Search withoutUnit() {
        return new Search(q, topic, platforms, null, languages, byName, null);
    }

    Search withUnit(UUID other) {
        return new Search(q, topic, platforms, other, languages, byName, null);
    }

    Search withoutWordsIn(UUID other) {
        return new Search("", "", Set.of(), other, Set.of(), false, null);
    }

    Search withoutPlatform(String key) {
        return new Search(q, topic, without(platforms, key), unit, languages, byName, null);
    }

    Search withoutLanguage(String language) {
        return new Search(q, topic, platforms, unit, without(languages, language), byName, null);
    }

    public Search sorted(boolean name) {
        return new Search(q, topic, platforms, unit, languages, name, null);
    }

    public Search behind(String position) {
        return new Search(q, topic, platforms, unit, languages, byName, position);
    }

    private static Set<String> without(Set<String> all, String one) {
        var rest = new LinkedHashSet<>(all);
        rest.remove(one);
        return rest;
    }

    /** The address of this search. */
    public String path() {
        var address = UriComponentsBuilder.fromPath("/ambassadors");
        var values = new ArrayList<Object>();
        add(address, values, "q", q);
        add(address, values, "topic", topic);
        platforms.stream().sorted().forEach(key -> add(address, values, "platform", key));
        if (unit != null) add(address, values, "unit", unit.toString());
        languages.stream().sorted().forEach(language -> add(address, values, "language", language));
        if (byName) add(address, values, "sort", "name");
        if (after != null) add(address, values, "after", after);
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }

    private static void add(UriComponentsBuilder address, List<Object> values, String name, String value) {
        if (value.isEmpty()) return;
        address.queryParam(name, "{v" + values.size() + "}");
        values.add(value);
    }
}
