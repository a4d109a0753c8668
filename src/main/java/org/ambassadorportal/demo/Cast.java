package org.ambassadorportal.demo;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.SignedIn;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Everybody of the demo, by login. */
@Component
@Profile("local")
class Cast {

    private final Map<String, Member> members = DemoTable.read("people").stream()
            .map(Member::of)
            .collect(Collectors.toMap(Member::login, member -> member, (one, other) -> one, LinkedHashMap::new));
    private final People people;

    Cast(People people) {
        this.people = people;
    }

    Collection<Member> members() {
        return members.values();
    }

    Member member(String login) {
        return Objects.requireNonNull(members.get(login), () -> "nobody of the demo is called " + login);
    }

    PersonRow person(String login) {
        return AsSystem.call(() -> people.byMail(Member.mail(login))).orElseThrow();
    }

    /** The person as they are once signed in; read anew each time, because roles change. */
    SignedIn signedIn(String login) {
        var person = person(login);
        return new SignedIn(person.id(), person.name(), person.mail(), person.roles(), person.lead());
    }
}
