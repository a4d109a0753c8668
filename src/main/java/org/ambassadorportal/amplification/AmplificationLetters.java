package org.ambassadorportal.amplification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the mails about a decision. */
@Component
class AmplificationLetters {

    private final People people;
    private final When when;

    AmplificationLetters(People people, When when) {
        this.people = people;
        this.when = when;
    }

    List<Letter> accepted(AmplificationRequest request, String account, LocalDate day, String words) {
        var facts = title(request);
        facts.put("amplification.account", account);
        facts.put("amplification.day", when.longDay(day));
        return List.of(toRequester("amplification-accepted", request, facts, words));
    }

    List<Letter> declined(AmplificationRequest request, String reason) {
        return List.of(toRequester("amplification-declined", request, title(request), reason));
    }

    /** Tells who asked, and the ambassadors it is about. */
    List<Letter> ran(AmplificationRequest request, String account, String link, LocalDate on) {
        var facts = title(request);
        facts.put("amplification.account", account);
        facts.put("amplification.ran-on", when.longDay(on));
        facts.put("amplification.link", link);
        var letters = new ArrayList<Letter>();
        letters.add(toRequester("amplification-ran", request, facts, null));
        var others = new LinkedHashSet<>(request.ambassadors());
        others.remove(request.requester());
        others.remove(request.enteredBy());
        var to = people.named(others).values().stream()
                .filter(person -> !person.disabled())
                .map(AmplificationLetters::addressee)
                .toList();
        if (!to.isEmpty())
            letters.add(
                    new Letter("amplification-ran-you", to, request.reference().toString(), facts, null, "/me", null));
        return letters;
    }

    /** Only whoever accepted it counts on it. */
    List<Letter> canceled(AmplificationRequest request) {
        var decider = request.decidedBy();
        if (decider == null) return List.of();
        var path = "/desk/amplification/" + request.reference();
        return List.of(new Letter(
                "amplification-canceled",
                List.of(people.addressee(decider)),
                request.reference().toString(),
                title(request),
                null,
                path,
                null));
    }

    private Letter toRequester(
            String key, AmplificationRequest request, Map<String, String> facts, @Nullable String words) {
        var named = people.named(List.of(request.requester(), request.enteredBy()));
        var to = new ArrayList<Addressee>();
        to.add(addressee(named, request.requester()));
        // Whoever asked for a colleague is told as well, unless the team entered it itself.
        var entered = Objects.requireNonNull(named.get(request.enteredBy()));
        if (!entered.id().equals(request.requester()) && !entered.isComms()) to.add(addressee(entered));
        var said = words == null || words.isBlank() ? null : words;
        var path = "/requests/" + request.reference();
        return new Letter(key, to, request.reference().toString(), facts, said, path, null);
    }

    private static Map<String, String> title(AmplificationRequest request) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("amplification.title", request.story().title());
        return facts;
    }

    private static Addressee addressee(Map<PersonId, PersonRow> named, PersonId id) {
        return addressee(Objects.requireNonNull(named.get(id)));
    }

    private static Addressee addressee(PersonRow person) {
        return new Addressee(person.id(), person.name(), person.mail());
    }
}
