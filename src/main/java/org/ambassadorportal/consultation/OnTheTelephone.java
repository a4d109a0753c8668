package org.ambassadorportal.consultation;

import static org.ambassadorportal.desk.Kind.Asked.Type.DAY;
import static org.ambassadorportal.desk.Kind.Asked.Type.LINE;
import static org.ambassadorportal.desk.Kind.Asked.Type.NUMBER;
import static org.ambassadorportal.desk.Kind.Asked.Type.ONE;
import static org.ambassadorportal.desk.Kind.Asked.Type.TEXT;
import static org.ambassadorportal.desk.Kind.Asked.Type.TIME;
import static org.ambassadorportal.desk.Kind.Asked.Type.UNIT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ambassadorportal.desk.Kind.Asked;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.FormReader;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * The questions of the three forms, for the team to ask while somebody is on the telephone. They are the same, and
 * checked by the same forms.
 */
@Component
class OnTheTelephone {

    private final ConsultationRequests requests;
    private final Choices choices;
    private final FormReader forms;

    OnTheTelephone(ConsultationRequests requests, Choices choices, FormReader forms) {
        this.requests = requests;
        this.choices = choices;
        this.forms = forms;
    }

    List<Asked> asks(RequestKind offering) {
        var asks = new ArrayList<Asked>();
        var key = offering.key() + ".";
        var unit = Asked.of("unit", key + "unit", UNIT).from(Asked.From.UNIT);
        if (offering == RequestKind.CONSULTATION) {
            asks.add(Asked.of("scope", "consultation.scope", ONE, offered(choices.scopes())));
            asks.add(unit);
        }
        if (offering == RequestKind.TALK) asks.add(Asked.of("meeting", "talk.meeting", LINE));
        asks.add(Asked.of("topic", key + "topic", LINE).from(Asked.From.TITLE));
        if (offering != RequestKind.CONSULTATION) {
            asks.add(Asked.of("audience", key + "audience", LINE));
            asks.add(Asked.of("people", key + "people", NUMBER));
        }
        if (offering == RequestKind.TALK) asks.add(Asked.of("equipment", "talk.equipment", TEXT));
        asks.add(Asked.of("words", key + "words", TEXT).from(Asked.From.WORDS));
        if (offering == RequestKind.CONSULTATION) asks.add(Asked.of("links", "consultation.links", TEXT));
        else asks.add(unit);
        times(offering, asks);
        return asks;
    }

    private void times(RequestKind offering, List<Asked> asks) {
        var offers = requests.offers(offering);
        if (offers.size() > 1)
            asks.add(Asked.of("offering", "consultation.offering", ONE, offered(choices.offers(offers))));
        asks.add(Asked.of("format", "consultation.told.format", ONE, offered(choices.formats(offers))));
        asks.add(Asked.of("place", "consultation.told.place", LINE));
        if (offering == RequestKind.CONSULTATION) asks.add(Asked.of("phone", "consultation.told.phone", LINE));
        asks.add(Asked.of("minutes", "consultation.told.minutes", ONE, offered(choices.lengths(offers))));
        for (var which : List.of("1", "2", "3")) {
            asks.add(Asked.of("day" + which, "consultation.told.day" + which, DAY));
            asks.add(Asked.of("time" + which, "consultation.told.time" + which, TIME));
        }
    }

    private static List<Asked.Choice> offered(List<Choice> choices) {
        return choices.stream()
                .map(choice -> new Asked.Choice(choice.value(), choice.label()))
                .toList();
    }

    void examine(RequestKind offering, Map<String, String> answers, Errors errors) {
        var about = forms.read(AboutForm.class, answers);
        requests.examine(offering, about.form(), about.errors());
        about.into(errors);
        var times = forms.read(WhenForm.class, answers);
        requests.examine(offering, times.form(), times.errors());
        times.into(errors);
    }

    void takeIn(
            RequestKind offering,
            Reference reference,
            PersonId requester,
            PersonId enteredBy,
            Map<String, String> answers) {
        var about = forms.read(AboutForm.class, answers).form();
        var times = forms.read(WhenForm.class, answers).form();
        requests.takeIn(reference, requester, enteredBy, offering, about, times);
    }
}
