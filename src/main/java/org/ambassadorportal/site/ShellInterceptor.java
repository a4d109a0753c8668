package org.ambassadorportal.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Adds the shell to the model of each page, after its controller is done: so it costs nothing where there is no page (a
 * redirect, a download), and the page's own work cannot be spoiled by it.
 */
@Component
class ShellInterceptor implements HandlerInterceptor {

    private final Shells shells;

    ShellInterceptor(Shells shells) {
        this.shells = shells;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || !page.hasView() || redirects(page)) return;
        dress(page, request);
    }

    /** Adds what the layout shows: the shell, and whether a form on the page has errors. */
    void dress(ModelAndView page, HttpServletRequest request) {
        page.addObject("shell", shells.of(request));
        boolean failed = page.getModel().values().stream()
                .anyMatch(value -> value instanceof BindingResult errors && errors.hasErrors());
        if (failed) page.addObject("failed", true);
    }

    private static boolean redirects(ModelAndView page) {
        var name = page.getViewName();
        return name != null
                ? name.startsWith("redirect:") || name.startsWith("forward:")
                : page.getView() instanceof org.springframework.web.servlet.SmartView view && view.isRedirectView();
    }
}
