package org.ambassadorportal.desk;

import java.util.List;
import org.ambassadorportal.identity.PersonId;

/** Who of the team is at an item now; those who write stand first. */
record Company(List<Present> people) {

    static final Company NONE = new Company(List.of());

    /** Somebody who looks at an item, or writes there. */
    record Present(PersonId id, String name, boolean writing) {}

    Company without(PersonId me) {
        return new Company(people.stream().filter(one -> !one.id().equals(me)).toList());
    }

    public boolean empty() {
        return people.isEmpty();
    }

    /** The message that says it. */
    public String key() {
        boolean writing = people.getFirst().writing();
        int many = arguments().length;
        return "desk.live." + (writing ? "writing." : "looking.") + (many > 2 ? "more" : many);
    }

    /** The names in it: of those who write where anybody does, otherwise of those who look. */
    public Object[] arguments() {
        boolean writing = people.getFirst().writing();
        var names = people.stream()
                .filter(one -> one.writing() == writing)
                .map(Present::name)
                .toList();
        return names.size() > 2 ? new Object[] {names.getFirst(), names.size() - 1, ""} : names.toArray();
    }
}
