package org.ambassadorportal.demo;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** A form of the portal, filled in. */
final class Form {

    private final String path;
    private final MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    private Form(String path) {
        this.path = path;
    }

    /** The form that is sent to this address; its placeholders are filled in order. */
    static Form to(String path, Object... variables) {
        return new Form(
                UriComponentsBuilder.fromPath(path).buildAndExpand(variables).toUriString());
    }

    /** Fills in a field; what is empty is left out. */
    Form with(String field, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) fields.add(field, value.toString());
        return this;
    }

    /** Chooses several of a list. */
    Form with(String field, Collection<?> values) {
        values.forEach(value -> with(field, value));
        return this;
    }

    /** Ticks boxes. */
    Form ticking(String... boxes) {
        Arrays.stream(boxes).forEach(box -> with(box, true));
        return this;
    }

    /** Adds a file of text; the form is then sent in parts, as browsers send files. */
    Form attaching(String name, String words) {
        files.put(name, words);
        return this;
    }

    Map<String, String> files() {
        return files;
    }

    String path() {
        return path;
    }

    MultiValueMap<String, String> fields() {
        return fields;
    }

    @Override
    public String toString() {
        return path + " " + fields;
    }
}
