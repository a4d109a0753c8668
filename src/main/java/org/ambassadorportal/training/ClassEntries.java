package org.ambassadorportal.training;

import java.util.List;
import java.util.Locale;
import org.ambassadorportal.calendar.Invitation;
import org.ambassadorportal.calendar.Invitations;
import org.ambassadorportal.identity.CalendarPart;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.kernel.WebSettings;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.organization.When;
import org.ambassadorportal.training.Told.Occasion;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A class in the calendars of those who come: an entry each, in which they stand with the host and nobody else. One UID
 * for the life of the class; whoever gives the seat back loses the entry and gets a newer one with a new seat.
 */
@Component
class ClassEntries {

    private final Invitations invitations;
    private final When when;
    private final WebSettings web;
    private final MessageSource messages;

    ClassEntries(Invitations invitations, When when, WebSettings web, MessageSource messages) {
        this.invitations = invitations;
        this.when = when;
        this.web = web;
        this.messages = messages;
    }

    /** What a mail on this occasion brings for this person's calendar. */
    @Nullable CalendarPart part(TrainingClass training, Occasion occasion, PersonRow person, PersonRow host) {
        boolean hosting = occasion.isForTheHost();
        return switch (occasion.entry()) {
            case NONE -> null;
            case TAKE_IN -> invitations.request(entry(training, person, host, hosting));
            case TAKE_OUT -> invitations.cancel(entry(training, person, host, hosting));
        };
    }

    /** For a file that is downloaded by whoever has a seat. */
    String file(TrainingClass training, PersonRow person, PersonRow host) {
        return invitations.text(entry(training, person, host, false), Invitation.Method.PUBLISH);
    }

    private Invitation entry(TrainingClass training, PersonRow person, PersonRow host, boolean hosting) {
        var plan = training.plan();
        var path = (hosting ? "/desk/classes/" : "/training/") + training.id();
        return new Invitation(
                        training.id().value(),
                        hosting ? training.sequence() : training.sequenceFor(person.id()),
                        plan.starts(),
                        plan.ends(),
                        when.zone(),
                        say("training.calendar", plan.title()),
                        text(plan, host, path, hosting),
                        place(plan),
                        path,
                        List.of(comes(person)))
                .with(comes(host));
    }

    private String text(ClassPlan plan, PersonRow host, String path, boolean hosting) {
        return String.join(
                "\n",
                say("training.entry.with", host.name()),
                say("training.entry.how", say("training.format." + plan.format())),
                "",
                say(hosting ? "training.entry.answers.host" : "training.entry.answers"),
                web.url(path));
    }

    private @Nullable String place(ClassPlan plan) {
        return plan.place() == null && plan.format() == Format.VIDEO
                ? say("training.format." + plan.format())
                : plan.place();
    }

    private static Invitation.Attendee comes(PersonRow person) {
        return new Invitation.Attendee(person.name(), person.mail(), Invitation.Part.COMES);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }
}
