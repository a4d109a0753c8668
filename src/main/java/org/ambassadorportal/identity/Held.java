package org.ambassadorportal.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;

/**
 * A form that came when its session had ended: where it was sent, and what was typed. It is kept in the page alone,
 * goes with the sign-in, and can be sent again afterwards. Passwords are never held.
 *
 * @param path where the form was sent
 * @param fields what it said, in its order
 * @param files whether it had files, which only the person can choose again
 */
record Held(String path, List<Field> fields, boolean files) {

    /** What the fields of a held form are called in the sign-in form. */
    static final String PREFIX = "held.";

    record Field(String name, String value) {

        /** The name it has while it travels with the sign-in. */
        public String heldName() {
            return PREFIX + name;
        }
    }

    Held {
        fields = List.copyOf(fields);
    }

    /** Holds the form that is just being sent; if that is a sign-in which carries a held form, that one. */
    static Held of(HttpServletRequest request) {
        var carried = carriedBy(request);
        if (carried != null) return carried;
        var type = request.getContentType();
        boolean files = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        var query = request.getQueryString();
        var address = request.getRequestURI().substring(request.getContextPath().length());
        return new Held(query == null ? address : address + "?" + query, fields(request.getParameterMap(), ""), files);
    }

    /** Takes a held form out of a sign-in that carried it. */
    static @Nullable Held carriedBy(HttpServletRequest request) {
        var path = request.getParameter("heldPath");
        if (path == null || Local.path(path).equals("/")) return null;
        return new Held(path, fields(request.getParameterMap(), PREFIX), request.getParameter("heldFiles") != null);
    }

    /** The page from which it is sent again. */
    ModelAndView resume(HttpStatusCode status) {
        return new ModelAndView("identity/resume", status).addObject("held", this);
    }

    private static List<Field> fields(Map<String, String[]> parameters, String prefix) {
        var fields = new ArrayList<Field>();
        parameters.forEach((name, values) -> {
            if (!name.startsWith(prefix)) return;
            var plain = name.substring(prefix.length());
            if (plain.equals("_csrf") || plain.toLowerCase(Locale.ROOT).contains("password")) return;
            for (var value : values) fields.add(new Field(plain, value));
        });
        return fields;
    }
}
