package org.ambassadorportal.freeze;

import java.util.Map;
import org.ambassadorportal.desk.Kind;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.PersonId;
import org.springframework.stereotype.Component;

/** How the desk shows an exception, and the extension of one, which is an item of its own. */
@Component
class ExceptionKind implements Kind {

    private final ExceptionList exceptions;
    private final ExceptionRequests requests;

    ExceptionKind(ExceptionList exceptions, ExceptionRequests requests) {
        this.exceptions = exceptions;
        this.requests = requests;
    }

    @Override
    public String key() {
        return ExceptionRequests.KIND;
    }

    @Override
    public String icon() {
        return "bi-unlock";
    }

    @Override
    public String part() {
        return "freeze/desk-part";
    }

    @Override
    public String requestPart() {
        return "freeze/request-part";
    }

    @Override
    public Map<String, Object> model(Reference reference, PersonId viewer) {
        var page = exceptions.find(reference, viewer);
        Map<String, Object> model = new java.util.HashMap<>();
        model.put("exception", page);
        model.put("extension", page.extension(reference).orElse(null));
        model.put("reviewForm", new ReviewForm(null));
        return model;
    }

    @Override
    public void withdraw(Reference reference, PersonId by) {
        requests.withdraw(reference);
    }

    @Override
    public String askPath() {
        return "/freeze/exceptions/new";
    }
}
