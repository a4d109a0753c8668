package org.ambassadorportal.desk;

import jakarta.validation.constraints.NotBlank;
import java.util.Arrays;
import java.util.List;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Tags as they are typed, with commas between them.
 *
 * @param tag one or several
 */
record TagForm(
        @NotBlank(message = "{desk.tag.empty}") @PlainText(max = 400) @Nullable String tag) {

    static final TagForm EMPTY = new TagForm(null);

    List<String> tags() {
        return Arrays.stream(tag == null ? new String[0] : tag.split(","))
                .map(one -> one.strip().replaceAll("\\s+", " "))
                .filter(one -> !one.replaceAll("[\\p{Z}\\p{C}]+", "").isEmpty())
                .toList();
    }
}
