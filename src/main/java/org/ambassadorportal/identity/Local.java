package org.ambassadorportal.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.ambassadorportal.kernel.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** An address of this portal that came in from outside: where to go after signing in. */
public final class Local {

    private Local() {}

    /**
     * Where whoever was just let in goes on: with the form that their sign-in carried because its session had ended,
     * or at the page they wanted.
     */
    public static ModelAndView onward(HttpServletRequest signIn, @Nullable String wanted) {
        var held = Held.carriedBy(signIn);
        return held == null ? Pages.toAddress(path(wanted)) : held.resume(HttpStatus.OK);
    }

    /**
     * The address, if it surely stays on this origin; the start page otherwise. A browser drops tabs and line breaks
     * and takes a backslash for a slash, so none of them is let through, nor two slashes at the beginning.
     */
    public static String path(@Nullable String asked) {
        if (asked == null || asked.length() > 2000 || !asked.startsWith("/") || asked.startsWith("//")) return "/";
        if (asked.chars().anyMatch(sign -> sign <= ' ' || sign == '\\' || sign >= 0x7f)) return "/";
        try {
            var address = new URI(asked);
            boolean here = address.getScheme() == null && address.getRawAuthority() == null;
            var path = address.getRawPath();
            boolean sound = here && path != null && path.startsWith("/") && !path.startsWith("//");
            if (!sound || path.startsWith("/sign-")) return "/";
            return asked;
        } catch (URISyntaxException broken) {
            return "/";
        }
    }
}
