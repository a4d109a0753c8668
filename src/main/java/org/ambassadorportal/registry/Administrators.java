package org.ambassadorportal.registry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.organization.Organization;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who hold access to an account, as a form names them: by their mail addresses, one on each line. */
@Service
@Transactional
public class Administrators {

    private static final int MOST = 20;
    private static final Pattern MAIL = Pattern.compile("[^@\\s<>\"(),;:]{1,64}@[^@\\s<>\"(),;:]{1,189}");

    private final People people;
    private final Organization organization;

    Administrators(People people, Organization organization) {
        this.people = people;
        this.organization = organization;
    }

    /**
     * Looks whether all of them can be administrators, and enters nobody.
     *
     * @throws Refusal at {@code field}, naming the first address that cannot
     */
    @ForInside
    @Transactional(readOnly = true, noRollbackFor = Refusal.class)
    public void check(String field, @Nullable String typed) {
        var mails = mails(typed);
        if (mails.size() > MOST) throw new Refusal(field, "registry.administrators.many", MOST);
        for (var mail : mails) {
            if (!MAIL.matcher(mail).matches()) throw new Refusal(field, "registry.administrators.mail", mail);
            var known = people.byMail(mail);
            if (known.isPresent() ? known.get().disabled() : !organization.isStaffMail(mail)) {
                throw new Refusal(field, "registry.administrators.outside", mail);
            }
        }
    }

    /** The people of these addresses; whoever is not known yet is entered as staff who never signed in. */
    @ForInside
    public Set<PersonId> enter(@Nullable String typed) {
        Set<PersonId> entered = new LinkedHashSet<>();
        mails(typed).forEach(mail -> entered.add(people.colleague(mail, null)));
        return entered;
    }

    private static List<String> mails(@Nullable String typed) {
        return typed == null
                ? List.of()
                : Stream.of(typed.split("[\\s,;]+", -1))
                        .filter(mail -> !mail.isEmpty())
                        .distinct()
                        .toList();
    }
}
