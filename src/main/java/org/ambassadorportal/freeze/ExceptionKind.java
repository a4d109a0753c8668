package org.ambassadorportal.freeze;

import static org.ambassadorportal.desk.Kind.Asked.Type.DAY;
import static org.ambassadorportal.desk.Kind.Asked.Type.LINE;
import static org.ambassadorportal.desk.Kind.Asked.Type.MAIL;
import static org.ambassadorportal.desk.Kind.Asked.Type.ONE;
import static org.ambassadorportal.desk.Kind.Asked.Type.TEXT;
import static org.ambassadorportal.desk.Kind.Asked.Type.UNIT;

import java.util.List;
import java.util.Map;
import org.ambassadorportal.desk.Kind;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.FormReader;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** How the desk shows an exception, and the extension of one, which is an item of its own. */
@Component
class ExceptionKind implements Kind {

    private final ExceptionList exceptions;
    private final ExceptionRequests requests;
    private final ExceptionDrafts drafts;
    private final FormReader forms;

    ExceptionKind(ExceptionList exceptions, ExceptionRequests requests, ExceptionDrafts drafts, FormReader forms) {
        this.drafts = drafts;
        this.forms = forms;
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

    /** The questions of the form on which an admin records one. */
    @Override
    public List<Asked> asks() {
        var platforms = ExceptionFormController.platforms().stream()
                .map(choice -> new Asked.Choice(choice.value(), choice.label()))
                .toList();
        return List.of(
                Asked.of("accountName", "freeze.ask.accountName", LINE),
                Asked.of("platform", "freeze.ask.platform", ONE, platforms),
                Asked.of("handle", "freeze.ask.handle", LINE),
                Asked.of("unit", "freeze.ask.unit", UNIT).from(Asked.From.UNIT),
                Asked.of("reason", "freeze.ask.reason", TEXT).from(Asked.From.WORDS),
                Asked.of("audience", "freeze.ask.audience", TEXT),
                Asked.of("sponsorName", "freeze.ask.sponsorName", LINE),
                Asked.of("sponsorTitle", "freeze.ask.sponsorTitle", LINE),
                Asked.of("sponsorMail", "freeze.ask.sponsorMail", MAIL),
                Asked.of("from", "freeze.ask.from", DAY),
                Asked.of("until", "freeze.ask.until", DAY),
                Asked.of("administrators", "freeze.ask.administrators", TEXT));
    }

    @Override
    public void examine(Map<String, String> answers, Errors errors) {
        var read = forms.read(RecordForm.class, answers);
        drafts.examine(read.form(), read.errors());
        read.into(errors);
    }

    @Override
    public boolean takeIn(Reference reference, PersonId requester, PersonId enteredBy, Map<String, String> answers) {
        var form = forms.read(RecordForm.class, answers).form();
        drafts.takeIn(reference, requester, enteredBy, form);
        return true;
    }
}
