package org.ambassadorportal.consultation;

import java.util.List;
import java.util.stream.Collectors;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.organization.Organization;
import org.ambassadorportal.organization.Units;
import org.ambassadorportal.registry.AccountChoice;
import org.ambassadorportal.registry.Registry;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Looks at answers that other rooms know about; says what is wrong at their fields instead of refusing the whole. */
@Component
class Examination {

    private final People people;
    private final Units units;
    private final Organization organization;
    private final Registry registry;

    Examination(People people, Units units, Organization organization, Registry registry) {
        this.people = people;
        this.units = units;
        this.organization = organization;
        this.registry = registry;
    }

    /** In the words of {@link Units#chosen}; its refusal would take the transaction of this examination with it. */
    void unit(String unit, Errors errors) {
        if (unit.isEmpty()
                || errors.hasFieldErrors("unit")
                || units.byName(unit).isPresent()) return;
        var near = units.suggest(unit, 1);
        if (near.isEmpty()) errors.rejectValue("unit", "unit.unknown");
        else
            errors.rejectValue(
                    "unit", "unit.near", new Object[] {near.getFirst().name()}, null);
    }

    void accounts(List<String> accounts, Errors errors) {
        if (accounts.isEmpty()) return;
        var known = registry.published().stream().map(AccountChoice::value).collect(Collectors.toSet());
        if (!known.containsAll(accounts)) errors.rejectValue("accounts", "consultation.accounts.unknown");
    }

    /** The colleague for whom somebody asks, if it is for one. */
    void colleague(String whom, String mail, Errors errors) {
        if (!whom.equals("colleague") || errors.hasFieldErrors("colleague")) return;
        if (mail.isEmpty()) {
            errors.rejectValue("colleague", "desk.for-whom.colleague.missing");
            return;
        }
        var known = people.byMail(mail);
        if (known.isPresent() && known.get().disabled()) errors.rejectValue("colleague", "person.mail.disabled");
        if (known.isEmpty() && !organization.isStaffMail(mail)) errors.rejectValue("colleague", "person.mail.outside");
    }
}
