package org.ambassadorportal.amplification;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ambassadorportal.desk.Kind;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.organization.When;
import org.ambassadorportal.registry.AccountChoice;
import org.ambassadorportal.registry.AccountId;
import org.ambassadorportal.registry.Registry;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Requests to get the word out, as the desk knows them. */
@Component
class AmplificationKind implements Kind {

    private final AmplificationPages pages;
    private final AmplificationRequests requests;
    private final Registry registry;
    private final OnTheTelephone telephone;
    private final When when;

    AmplificationKind(
            AmplificationPages pages,
            AmplificationRequests requests,
            Registry registry,
            OnTheTelephone telephone,
            When when) {
        this.telephone = telephone;
        this.pages = pages;
        this.requests = requests;
        this.registry = registry;
        this.when = when;
    }

    @Override
    public String key() {
        return AmplificationRequests.KIND;
    }

    @Override
    public String icon() {
        return "bi-megaphone";
    }

    @Override
    public String part() {
        return "amplification/desk-part";
    }

    @Override
    public String requestPart() {
        return "amplification/request-part";
    }

    @Override
    public boolean undecided(Reference reference) {
        return pages.page(reference).isPending();
    }

    @Override
    public Map<String, Object> model(Reference reference, PersonId viewer) {
        var page = pages.page(reference);
        boolean offers = onTeam() && (page.isPending() || page.isAccepted());
        return Map.of(
                "amplification",
                page,
                "accountNames",
                names(page.allAccounts()),
                "offered",
                offers ? registry.published() : List.<AccountChoice>of(),
                "acceptForm",
                accept(page),
                "declineForm",
                new DeclineForm("", page.version()),
                "runForm",
                new RunForm(page.runAccount(), "", when.today()));
    }

    private AcceptForm accept(AmplificationPage page) {
        var account = page.accounts().isEmpty() ? null : page.accounts().getFirst();
        var day = page.day() == null || page.day().isBefore(when.today()) ? null : page.day();
        return new AcceptForm(account, day, "", page.version());
    }

    private Map<AccountId, String> names(Collection<AccountId> ids) {
        var names = new HashMap<AccountId, String>();
        registry.named(ids).forEach((id, account) -> names.put(id, account.label()));
        return names;
    }

    private static boolean onTeam() {
        var present = SecurityContextHolder.getContext().getAuthentication();
        return present != null && present.getPrincipal() instanceof SignedIn person && person.isComms();
    }

    @Override
    public void withdraw(Reference reference, PersonId by) {
        requests.withdraw(reference, by);
    }

    @Override
    public String askPath() {
        return Step.STORY.path();
    }

    @Override
    public List<Asked> asks() {
        return telephone.asks();
    }

    @Override
    public void examine(Map<String, String> answers, Errors errors) {
        telephone.examine(answers, errors);
    }

    @Override
    public boolean takeIn(Reference reference, PersonId requester, PersonId enteredBy, Map<String, String> answers) {
        telephone.takeIn(reference, requester, enteredBy, answers);
        return true;
    }
}
