package org.ambassadorportal.consultation;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.WebLinks;
import org.ambassadorportal.registry.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The first page of each of the three forms; which of its questions are asked depends on the offering.
 *
 * @param scope "self" or "department"
 * @param unit the name of a unit, chosen by typing
 * @param links one address a line
 * @param accounts ids of official accounts
 * @param whom "me" or "colleague"; with {@code colleague} the two fields of the desk's question
 */
record AboutForm(
        @PlainText(max = 20) String scope,
        @PlainText(max = 200) String unit,
        @PlainText(max = 120) String topic,
        @PlainText(max = 4000, lines = true) String words,
        @PlainText(max = 2000, lines = true) String links,
        List<@PlainText(max = 36) String> accounts,
        @PlainText(max = 500) String audience,
        @Nullable Integer people,
        @PlainText(max = 200) String meeting,
        @PlainText(max = 500, lines = true) String equipment,
        @PlainText(max = 20) String whom,
        @PlainText(max = 254) String colleague) {

    static final String DEPARTMENT = "department";
    static final String SELF = "self";

    private static final Set<String> SCOPES = Set.of(SELF, DEPARTMENT);
    private static final int MOST_LINKS = 10;
    private static final int MOST_PEOPLE = 100_000;

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    AboutForm {
        scope = Objects.requireNonNullElse(scope, "");
        unit = Objects.requireNonNullElse(unit, "").strip();
        topic = Objects.requireNonNullElse(topic, "").strip();
        words = Objects.requireNonNullElse(words, "").strip();
        links = Objects.requireNonNullElse(links, "").strip();
        accounts = accounts == null
                ? List.of()
                : accounts.stream()
                        .filter(id -> id != null && !id.isBlank())
                        .distinct()
                        .toList();
        audience = Objects.requireNonNullElse(audience, "").strip();
        meeting = Objects.requireNonNullElse(meeting, "").strip();
        equipment = Objects.requireNonNullElse(equipment, "").strip();
        whom = Objects.requireNonNullElse(whom, "");
        colleague = Objects.requireNonNullElse(colleague, "").strip();
    }

    /** The form as it opens. */
    static AboutForm empty() {
        return new AboutForm("", "", "", "", "", List.of(), "", null, "", "", "", "");
    }

    /** The same, begun by a link: from the chooser or from an enrollment that waits for a profile. */
    AboutForm begun(@Nullable String scope, @Nullable String topic) {
        return new AboutForm(
                scope != null && SCOPES.contains(scope) ? scope : this.scope,
                unit,
                this.topic.isEmpty() && topic != null ? topic : this.topic,
                words,
                links,
                accounts,
                audience,
                people,
                meeting,
                equipment,
                whom,
                colleague);
    }

    /** What this offering asks and no annotation can say. */
    void check(RequestKind offering, Errors errors) {
        switch (offering) {
            case CONSULTATION -> {
                if (!SCOPES.contains(scope)) errors.rejectValue("scope", "consultation.scope.missing");
                if (scope.equals(DEPARTMENT)) require(unit, "unit", errors);
                require(topic, "topic", errors);
                require(words, "words", errors);
            }
            case TRAINING -> {
                require(topic, "topic", errors);
                require(audience, "audience", errors);
                checkPeople(errors);
                require(words, "words", errors);
            }
            case TALK -> {
                require(meeting, "meeting", errors);
                require(topic, "topic", errors);
                require(audience, "audience", errors);
                checkPeople(errors);
            }
        }
        checkLinks(errors);
    }

    private void checkPeople(Errors errors) {
        if (errors.hasFieldErrors("people")) return;
        if (people == null) errors.rejectValue("people", "consultation.people.missing");
        else if (people < 1 || people > MOST_PEOPLE) errors.rejectValue("people", "consultation.people.range");
    }

    private void checkLinks(Errors errors) {
        var lines = lines();
        if (lines.size() > MOST_LINKS)
            errors.rejectValue("links", "consultation.links.many", new Object[] {MOST_LINKS}, null);
        lines.stream()
                .filter(line -> WebLinks.read(line).isEmpty())
                .findFirst()
                .ifPresent(line -> errors.rejectValue("links", "consultation.links.wrong", new Object[] {line}, null));
    }

    private static void require(String text, String field, Errors errors) {
        if (text.isBlank() && !errors.hasFieldErrors(field))
            errors.rejectValue(field, "consultation." + field + ".missing");
    }

    List<String> lines() {
        return links.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The accounts that are concerned. */
    Set<AccountId> accountIds() {
        return accounts.stream().map(AccountId::of).collect(Collectors.toSet());
    }

    /** The unit that was named, where the offering asks for one; who asks for themselves is not asked. */
    String unitFor(RequestKind offering) {
        return offering == RequestKind.CONSULTATION && !forDepartment() ? "" : unit;
    }

    boolean forDepartment() {
        return scope.equals(DEPARTMENT);
    }
}
