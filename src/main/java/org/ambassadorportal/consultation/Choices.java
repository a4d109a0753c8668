package org.ambassadorportal.consultation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.offering.Offered;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The answers that the forms offer, in words. Templates call it {@code @consultationChoices}. */
@Component("consultationChoices")
class Choices {

    private final MessageSource messages;

    Choices(MessageSource messages) {
        this.messages = messages;
    }

    public List<Choice> scopes() {
        return Stream.of(AboutForm.SELF, AboutForm.DEPARTMENT)
                .map(scope -> new Choice(scope, say("consultation.scope." + scope)))
                .toList();
    }

    public List<Choice> formats(RequestKind offering) {
        return offering.formats().stream()
                .map(format -> new Choice(format.name(), format(format)))
                .toList();
    }

    /** Their names, where there are several. */
    public List<Choice> offers(List<Offered> offers) {
        return offers.stream()
                .map(offered -> new Choice(offered.id().toString(), offered.name()))
                .toList();
    }

    /** How any of these may be held. */
    public List<Choice> formats(List<Offered> offers) {
        return offers.stream()
                .flatMap(offered -> offered.formats().stream())
                .distinct()
                .map(format -> new Choice(format.name(), format(format)))
                .toList();
    }

    /** How long any of these may take, the shortest first. */
    public List<Choice> lengths(List<Offered> offers) {
        return offers.stream()
                .flatMap(offered -> offered.lengths().stream())
                .distinct()
                .sorted()
                .map(minutes -> new Choice(minutes.toString(), say("consultation.length", minutes)))
                .toList();
    }

    public List<Choice> helped() {
        return Stream.of(Helped.values())
                .map(helped -> new Choice(helped.name(), say("consultation.helped." + helped)))
                .toList();
    }

    /** What an offering may be held as. */
    public List<Choice> formats(Offered offered) {
        return offered.formats().stream()
                .map(format -> new Choice(format.name(), format(format)))
                .toList();
    }

    public List<Choice> lengths(Offered offered) {
        return offered.lengths().stream()
                .map(minutes -> new Choice(minutes.toString(), say("consultation.length", minutes)))
                .toList();
    }

    /** "30, 45, or 60 minutes." */
    public String lengthsInWords(Offered offered) {
        var lengths = offered.lengths().stream().sorted().map(String::valueOf).toList();
        if (lengths.size() == 1) return say("booking.lengths.one", lengths.getFirst());
        if (lengths.size() == 2) return say("booking.lengths.two", lengths.getFirst(), lengths.getLast());
        return say("booking.lengths", String.join(", ", lengths.subList(0, lengths.size() - 1)), lengths.getLast());
    }

    public List<Choice> hosts(List<PersonRow> team) {
        return team.stream()
                .map(person -> new Choice(person.id().toString(), person.name()))
                .toList();
    }

    String format(Format format) {
        return say("consultation.format." + format);
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }
}
