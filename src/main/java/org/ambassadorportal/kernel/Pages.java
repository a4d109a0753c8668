package org.ambassadorportal.kernel;

import java.util.Objects;
import java.util.Set;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.Errors;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The answers a controller gives after a form was sent. */
public final class Pages {

    /** The name of the flash attribute that {@code fragments/flash} shows. */
    public static final String FLASH = "flash";

    private static final Set<String> MISSING = Set.of("NotBlank", "NotNull", "Required", "missing");

    private Pages() {}

    /** The same page once more, with the errors in its fields; status 422. */
    public static ModelAndView again(String view) {
        return new ModelAndView(view, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Whether nothing is wrong with a form but that something is missing yet, so that it may be put away as it is. */
    public static boolean onlyMissing(Errors errors) {
        return errors.getAllErrors().stream()
                .map(error -> Objects.requireNonNullElse(error.getCode(), ""))
                .allMatch(code -> MISSING.contains(code) || code.endsWith(".missing"));
    }

    /** Says on the next page what was done. */
    public static void say(RedirectAttributes flash, String key, Object... arguments) {
        flash.addFlashAttribute(FLASH, new DefaultMessageSourceResolvable(new String[] {key}, arguments));
    }

    /** Says what was done, and leads on with {@link Done#at}. */
    public static Done done(RedirectAttributes flash, String key, Object... arguments) {
        say(flash, key, arguments);
        return new Done();
    }

    /** The way on after a form was taken: a redirect, so that "reload" sends nothing twice. */
    public static final class Done {

        private Done() {}

        /**
         * Leads to a page of the portal.
         *
         * @param path an address with {@code {}} placeholders, filled and encoded in order
         */
        public ModelAndView at(String path, Object... variables) {
            return to(path, variables);
        }
    }

    /**
     * A redirect to a page of the portal; the placeholders of the address, which may have a query, are filled and
     * encoded in order.
     */
    public static ModelAndView to(String path, Object... variables) {
        var address = org.springframework.web.util.UriComponentsBuilder.fromUriString(path)
                .encode()
                .buildAndExpand(variables)
                .toUriString();
        return toAddress(address);
    }

    /** A redirect to an address of the portal that is encoded already, such as that of a list with its filters. */
    public static ModelAndView toAddress(String address) {
        var view = new org.springframework.web.servlet.view.RedirectView(address, true);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
