package org.ambassadorportal.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Where a link out of the portal leads. Templates ask it for every address that a person typed
 * ({@code th:href="${@outbound.to(url)}"}): an address that is not plain http or https, such as a bad row that was
 * stored long ago, leads nowhere instead of breaking the page or running a script. In the local profile links lead to
 * a page that says where they would go.
 */
public interface Outbound {

    /** The address for the link, or {@code null}, so that there is no link. */
    @Nullable String to(@Nullable String url);

    /** Whether an address may stand in a link at all: absolute, http or https, with a host, and no blanks in it. */
    static boolean safe(@Nullable String url) {
        if (url == null || url.length() > 2000) return false;
        if (!url.startsWith("https://") && !url.startsWith("http://")) return false;
        if (url.chars().anyMatch(c -> c <= ' ' || c == '\\' || c == '"' || c == '<' || c == '>')) return false;
        int start = url.indexOf("://") + 3;
        return start < url.length() && Character.isLetterOrDigit(url.codePointAt(start));
    }
}
