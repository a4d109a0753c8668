package org.ambassadorportal.amplification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The answers that the forms offer, in words. Templates call it {@code @amplificationChoices}. */
@Component("amplificationChoices")
class Choices {

    private final MessageSource messages;

    Choices(MessageSource messages) {
        this.messages = messages;
    }

    public List<Choice> subjects() {
        return of("amplification.subject.", Subject.values());
    }

    public List<Choice> help() {
        return of("amplification.help.", Help.values());
    }

    public List<Choice> pictures() {
        return of("amplification.pictures.", Pictures.values());
    }

    public List<Choice> rules() {
        return of("amplification.rule.", PatientRule.values());
    }

    public List<Choice> yesOrNo() {
        return List.of(
                new Choice("no", say("amplification.patients.no")),
                new Choice("yes", say("amplification.patients.yes")));
    }

    private List<Choice> of(String key, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.name(), say(key + value.name())))
                .toList();
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }
}
