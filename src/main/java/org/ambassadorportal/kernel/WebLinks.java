package org.ambassadorportal.kernel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Addresses on the web that a page may link to: http and https alone, with a host that has a dot. Anything else
 * ({@code javascript:}, {@code data:}, {@code //host}, a name before {@code @}, tabs and line breaks inside) is no
 * link; a form refuses it, and a page that finds such a thing stored shows it as text.
 */
public final class WebLinks {

    private static final int LONGEST = 2000;

    private WebLinks() {}

    /**
     * The address as a link may carry it, or nothing.
     *
     * @param typed what was typed or stored; "https://" may be missing, as people leave it out
     */
    public static Optional<String> read(@Nullable String typed) {
        if (typed == null) return Optional.empty();
        var text = typed.strip();
        if (text.isEmpty() || text.length() > LONGEST || text.startsWith("/")) return Optional.empty();
        if (text.codePoints().anyMatch(WebLinks::unfit)) return Optional.empty();
        var lower = text.toLowerCase(Locale.ROOT);
        var address = lower.startsWith("http://") || lower.startsWith("https://") ? text : "https://" + text;
        try {
            var read = new URI(address);
            var host = read.getHost();
            boolean sound = host != null && host.contains(".") && read.getRawUserInfo() == null;
            return sound ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private static boolean unfit(int sign) {
        return Character.isISOControl(sign)
                || Character.isWhitespace(sign)
                || Character.getType(sign) == Character.FORMAT
                || sign == '\\';
    }
}
