package org.ambassadorportal.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.ambassadorportal.kernel.DomainError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/** Says what failed in our own words; what stands in the exception is for the log. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final ShellInterceptor shell;

    ErrorPages(ShellInterceptor shell) {
        this.shell = shell;
    }

    /** A rule of the domain said no. */
    @ExceptionHandler
    ModelAndView refused(DomainError error, HttpServletRequest request) {
        var page = page(error.status(), request);
        page.addObject("trouble", error);
        return page;
    }

    /** Two people saved at the same moment; the second is told. */
    @ExceptionHandler
    ModelAndView raced(OptimisticLockingFailureException error, HttpServletRequest request) {
        return refused(new org.ambassadorportal.kernel.StaleEdit(), request);
    }

    /** A part of the address has no meaning, such as letters where a number belongs. */
    @ExceptionHandler
    ModelAndView unreadable(MethodArgumentTypeMismatchException error, HttpServletRequest request) {
        if (NestedExceptionUtils.getRootCause(error) instanceof DomainError known) return refused(known, request);
        boolean inPath =
                error.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
        return page(inPath ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST, request);
    }

    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException error, HttpServletRequest request) {
        return page(HttpStatus.CONTENT_TOO_LARGE, request);
    }

    /** The database cannot be reached, or takes too long: say so, ask to come back, and stay alive. */
    @ExceptionHandler({TransactionException.class, DataAccessException.class})
    ModelAndView database(RuntimeException error, HttpServletResponse response) {
        if (!DatabaseAway.says(error)) throw error;
        LOG.error(
                "The database does not answer: {}",
                NestedExceptionUtils.getMostSpecificCause(error).toString());
        response.setHeader(HttpHeaders.RETRY_AFTER, LastResort.RETRY_AFTER);
        var page = new ModelAndView("error", HttpStatus.SERVICE_UNAVAILABLE);
        page.addObject("status", HttpStatus.SERVICE_UNAVAILABLE.value());
        return page;
    }

    private ModelAndView page(HttpStatus status, HttpServletRequest request) {
        var page = new ModelAndView("error", status);
        page.addObject("status", status.value());
        shell.dress(page, request);
        return page;
    }
}
