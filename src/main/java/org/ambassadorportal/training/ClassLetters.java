package org.ambassadorportal.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.OptionalMail;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.organization.When;
import org.ambassadorportal.training.Told.Occasion;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the mails about a class: one letter for each, because each stands to it differently. */
@Component
class ClassLetters {

    private final People people;
    private final When when;
    private final MessageSource messages;
    private final ClassEntries entries;

    ClassLetters(People people, When when, MessageSource messages, ClassEntries entries) {
        this.people = people;
        this.when = when;
        this.messages = messages;
        this.entries = entries;
    }

    /** A letter for each who is to hear of it; a host of their own doing too, because their calendar is to follow. */
    ClassNews about(TrainingClass training, List<Told> told) {
        if (told.isEmpty()) return new ClassNews(List.of());
        var ids = new LinkedHashSet<PersonId>();
        told.forEach(each -> ids.add(each.who()));
        ids.add(training.plan().host());
        var named = people.named(ids);
        var letters = new ArrayList<Letter>();
        for (var each : told) {
            var person = Objects.requireNonNull(named.get(each.who()));
            if (!person.disabled()) letters.add(letter(training, each, person, named));
        }
        return new ClassNews(letters);
    }

    private Letter letter(TrainingClass training, Told told, PersonRow person, Map<PersonId, PersonRow> named) {
        var path = told.occasion().isForTheHost() ? "/desk/classes/" : "/training/";
        var letter = new Letter(
                told.occasion().letter(),
                List.of(new Addressee(person.id(), person.name(), person.mail())),
                null,
                facts(training, told, named),
                training.cancelReason(),
                path + training.id(),
                null);
        var host = Objects.requireNonNull(named.get(training.plan().host()));
        return letter.with(entries.part(training, told.occasion(), person, host));
    }

    /** The reminders of whoever has a seat and of the host, who may have switched them off. */
    ClassNews reminders(TrainingClass training, OptionalMail which) {
        var told = switch (which) {
            case DAY_BEFORE -> training.remind(Occasion.DAY_BEFORE, Occasion.HOSTS_DAY_BEFORE);
            case HOUR_BEFORE -> training.remind(Occasion.HOUR_BEFORE, Occasion.HOSTS_HOUR_BEFORE);
        };
        return new ClassNews(about(training, told).letters().stream()
                .map(letter -> letter.as(which))
                .toList());
    }

    private Map<String, String> facts(TrainingClass training, Told told, Map<PersonId, PersonRow> named) {
        var plan = training.plan();
        var facts = new LinkedHashMap<String, String>();
        facts.put("training.class", plan.title());
        facts.put("training.day", when.longDay(plan.starts()));
        facts.put("training.time", say("training.time", when.time(plan.starts()), when.time(plan.ends())));
        facts.put(
                "training.host", Objects.requireNonNull(named.get(plan.host())).name());
        facts.put("training.format", say("training.format." + plan.format()));
        var place = plan.place();
        if (place != null && told.occasion().learnsWhere()) facts.put("training.place", place);
        if (told.until() != null) facts.put("training.until", when.moment(told.until()));
        return facts;
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }
}
