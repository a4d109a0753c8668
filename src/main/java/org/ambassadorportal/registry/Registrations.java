package org.ambassadorportal.registry;

import java.util.Optional;
import org.ambassadorportal.identity.ForAdmins;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.Submissions;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.organization.Units;
import org.ambassadorportal.social.Reading;
import org.ambassadorportal.social.SocialProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.BindingResult;

/** Turns what an admin typed into an entry of the registry. */
@Service
class Registrations {

    private final Registry registry;
    private final Units units;
    private final Administrators administrators;
    private final Submissions submissions;

    Registrations(Registry registry, Units units, Administrators administrators, Submissions submissions) {
        this.registry = registry;
        this.units = units;
        this.administrators = administrators;
        this.submissions = submissions;
    }

    /**
     * Finds all that is wrong with it beyond single fields, so that everything is said at once. Opens no transaction of
     * its own: a refusal that is caught here must not spoil one.
     */
    @ForAdmins
    public void check(AccountForm form, BindingResult errors) {
        if (form.address() != null && !errors.hasFieldErrors("address")) {
            SocialProfile.parse(form.address())
                    .problem()
                    .ifPresent(problem -> errors.rejectValue(
                            "address", problem.messageKey(), problem.arguments(), problem.messageKey()));
        }
        if (form.pretends()) return;
        collect(errors, "unit", () -> unit(form));
        collect(errors, "administrators", () -> administrators.check("administrators", form.administrators()));
    }

    private static void collect(BindingResult errors, String field, Runnable look) {
        if (errors.hasFieldErrors(field)) return;
        try {
            look.run();
        } catch (Refusal refusal) {
            refusal.into(errors);
        }
    }

    @ForAdmins
    @Transactional
    public AccountId add(AccountForm form) {
        return AccountId.of(submissions.once(form.once(), () -> register(form).toString()));
    }

    private AccountId register(AccountForm form) {
        return form.pretends()
                ? registry.registerImpostor(details(form), form.reported())
                : registry.register(details(form));
    }

    @ForAdmins
    @Transactional
    public void edit(AccountId id, @Nullable Long seen, AccountForm form) {
        registry.edit(id, seen, details(form));
    }

    private AccountDetails details(AccountForm form) {
        var profile = Optional.ofNullable(form.address())
                .map(SocialProfile::parse)
                .flatMap(Reading::profile)
                .orElseThrow(() -> new Refusal("address", "registry.address.missing"));
        return new AccountDetails(
                form.givenName(),
                profile,
                form.stableId() == null || form.stableId().isBlank()
                        ? null
                        : form.stableId().strip(),
                form.pretends() ? null : unit(form),
                form.pretends() ? java.util.Set.of() : administrators.enter(form.administrators()),
                form.languageTag(),
                form.eachTag(),
                form.opened());
    }

    /** Under review an account may be without an owner; it is not published so. */
    private @Nullable UnitId unit(AccountForm form) {
        return form.unit() == null || form.unit().isBlank()
                ? null
                : units.chosen("unit", form.unit()).id();
    }
}
