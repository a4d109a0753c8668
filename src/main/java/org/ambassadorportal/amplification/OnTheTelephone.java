package org.ambassadorportal.amplification;

import static org.ambassadorportal.desk.Kind.Asked.Type.DAY;
import static org.ambassadorportal.desk.Kind.Asked.Type.LINE;
import static org.ambassadorportal.desk.Kind.Asked.Type.ONE;
import static org.ambassadorportal.desk.Kind.Asked.Type.SEVERAL;
import static org.ambassadorportal.desk.Kind.Asked.Type.TEXT;
import static org.ambassadorportal.desk.Kind.Asked.Type.TIME;
import static org.ambassadorportal.desk.Kind.Asked.Type.YES;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ambassadorportal.desk.Kind.Asked;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.FormReader;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * The questions of the form, for the team to ask while somebody is on the telephone. The checklist that protects
 * patients is as binding here: without its answers the story is not taken in.
 */
@Component("amplificationOnTheTelephone")
class OnTheTelephone {

    private final AmplificationRequests requests;
    private final Choices choices;
    private final FormReader forms;

    OnTheTelephone(AmplificationRequests requests, Choices choices, FormReader forms) {
        this.requests = requests;
        this.choices = choices;
        this.forms = forms;
    }

    private record Read(
            FormReader.Read<StoryForm> story, FormReader.Read<WhereForm> where, FormReader.Read<PeopleForm> people) {

        AmplifyDraft draft() {
            return AmplifyDraft.EMPTY.with(story.form()).with(where.form()).with(people.form());
        }
    }

    private Read read(Map<String, String> told) {
        var answers = new HashMap<>(told);
        // What was said about a kind of help asks for that help, ticked or not.
        asked(answers, "repost", Help.REPOST);
        asked(answers, "helpWords", Help.OTHER);
        return new Read(
                forms.read(StoryForm.class, answers),
                forms.read(WhereForm.class, answers),
                forms.read(PeopleForm.class, answers));
    }

    private static void asked(Map<String, String> answers, String words, Help help) {
        var ticked = answers.getOrDefault("help", "");
        if (answers.getOrDefault(words, "").isBlank() || ticked.lines().toList().contains(help.name())) return;
        answers.put("help", ticked.isEmpty() ? help.name() : ticked + "\n" + help.name());
    }

    List<Asked> asks() {
        return List.of(
                Asked.of("subject", "amplification.subject", ONE, offered(choices.subjects())),
                Asked.of("title", "amplification.title", LINE).from(Asked.From.TITLE),
                Asked.of("text", "amplification.text", TEXT).from(Asked.From.WORDS),
                Asked.of("link", "amplification.link", LINE),
                Asked.of("day", "amplification.day", DAY),
                Asked.of("time", "amplification.time", TIME),
                Asked.of("help", "amplification.help", SEVERAL, offered(choices.help())),
                Asked.of("repost", "amplification.repost", LINE),
                Asked.of("helpWords", "amplification.helpWords", TEXT),
                Asked.of("pictures", "amplification.pictures", ONE, offered(choices.pictures())),
                Asked.of("patients", "amplification.patients", ONE, offered(choices.yesOrNo())),
                Asked.of("nobody", "amplification.nobody", YES),
                Asked.of("confirmed", "amplification.confirmed", SEVERAL, offered(choices.rules())),
                Asked.of("looked", "amplification.looked", YES));
    }

    private static List<Asked.Choice> offered(List<Choice> choices) {
        return choices.stream()
                .map(choice -> new Asked.Choice(choice.value(), choice.label()))
                .toList();
    }

    void examine(Map<String, String> answers, Errors errors) {
        var read = read(answers);
        requests.examine(read.story().form(), read.story().errors());
        requests.examine(
                read.story().form().subject(), read.where().form(), read.where().errors());
        requests.examine(read.people().form(), read.people().errors());
        read.story().into(errors);
        read.where().into(errors);
        read.people().into(errors);
        boolean looked = "true".equals(answers.get("looked"));
        if (!looked && !requests.revealing(read.draft()).isEmpty())
            errors.rejectValue("looked", "amplification.looked.missing");
    }

    void takeIn(Reference reference, PersonId requester, PersonId enteredBy, Map<String, String> answers) {
        var read = read(answers);
        var warned =
                requests.revealing(read.draft()).stream().map(Revealing::kind).collect(Collectors.toSet());
        requests.takeIn(
                reference,
                requester,
                enteredBy,
                read.story().form(),
                read.where().form(),
                read.people().form(),
                warned);
    }
}
