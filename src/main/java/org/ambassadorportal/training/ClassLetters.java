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
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the mails about a class: one letter for each, because each stands to it differently. */
@Component
class ClassLetters {

    private final People people;
    private final When when;
    private final MessageSource messages;

    ClassLetters(People people, When when, MessageSource messages) {
        this.people = people;
        this.when = when;
        this.messages = messages;
    }

    /** @param by whoever did it, who needs no mail about their own class; nobody for the portal itself */
    ClassNews about(TrainingClass training, List<Told> told, @Nullable PersonId by) {
        if (told.isEmpty()) return new ClassNews(List.of());
        var ids = new LinkedHashSet<PersonId>();
        told.forEach(each -> ids.add(each.who()));
        ids.add(training.plan().host());
        var named = people.named(ids);
        var letters = new ArrayList<Letter>();
        for (var each : told) {
            var person = Objects.requireNonNull(named.get(each.who()));
            boolean knows = each.occasion().isForTheHost() && person.id().equals(by);
            if (!person.disabled() && !knows) letters.add(letter(training, each, person, named));
        }
        return new ClassNews(letters);
    }

    private Letter letter(TrainingClass training, Told told, PersonRow person, Map<PersonId, PersonRow> named) {
        var path = told.occasion().isForTheHost() ? "/desk/classes/" : "/training/";
        return new Letter(
                told.occasion().letter(),
                List.of(new Addressee(person.id(), person.name(), person.mail())),
                null,
                facts(training, told, named),
                training.cancelReason(),
                path + training.id(),
                null);
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
