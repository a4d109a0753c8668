package org.ambassadorportal.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ambassadorportal.identity.SignedIn;
import org.springframework.stereotype.Component;

/**
 * What stands in braces in a canned reply and is filled in for an item: {first name}. Some are there for every item, the
 * kinds add their own.
 */
@Component
class Variables {

    static final List<String> GENERAL = List.of("first name", "name", "reference", "title", "my name");

    /** Small letters and blanks in braces; what else stands in braces was meant as it is. */
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z][a-z ]{0,38}[a-z])}");

    /** Before a name, and none of it. */
    private static final Set<String> TITLES =
            Set.of("dr", "prof", "professor", "mr", "mrs", "ms", "mx", "rev", "sir", "dame", "md", "phd");

    private final Kinds kinds;

    Variables(Kinds kinds) {
        this.kinds = kinds;
    }

    /**
     * A text with what is known filled in.
     *
     * @param missing what stands in it still, in braces
     */
    record Filled(String words, List<String> missing) {}

    /** Those there are, whatever the item. */
    List<String> known() {
        var names = new LinkedHashSet<>(GENERAL);
        kinds.all().forEach(kind -> names.addAll(kind.replyVariables()));
        return List.copyOf(names);
    }

    /** Fills a text in for an item, in the name of whoever writes. */
    Filled fill(String text, ItemRow item, SignedIn by) {
        var values = new LinkedHashMap<String, String>();
        values.put("first name", firstName(item.requesterName()));
        values.put("name", item.requesterName());
        values.put("reference", item.reference().toString());
        values.put("title", item.title());
        values.put("my name", by.name());
        if (used(text).stream().anyMatch(name -> !values.containsKey(name)))
            values.putAll(kinds.get(item.kind()).replyVariables(item.reference()));
        var words = VARIABLE.matcher(text).replaceAll(found -> replacement(found.group(1), found.group(), values));
        return new Filled(
                words,
                used(text).stream().filter(name -> !values.containsKey(name)).toList());
    }

    private static String replacement(String name, String typed, Map<String, String> values) {
        return java.util.regex.Matcher.quoteReplacement(values.getOrDefault(name, typed));
    }

    /** What stands in braces in a text, each once. */
    static List<String> used(String text) {
        return VARIABLE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** Names as they are typed, for a sentence. */
    static String typed(List<String> names) {
        return names.stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
    }

    /** The first word of a name that is not a title; what that is, only its bearer could say for sure. */
    static String firstName(String name) {
        var words = new ArrayList<>(List.of(name.strip().split("\\s+")));
        while (words.size() > 1
                && TITLES.contains(words.getFirst().replace(".", "").toLowerCase(Locale.ROOT))) words.removeFirst();
        return words.getFirst().replaceAll(",$", "");
    }
}
