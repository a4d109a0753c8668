package org.ambassadorportal.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A mail to be written. Its texts stand in the sending module's messages: {@code mail.<key>.subject}, {@code .heading},
 * {@code .text}, {@code .button}, and {@code .second} where there is a second link; facts are labeled by
 * {@code mail.fact.<name>}.
 *
 * @param key what the mail is about
 * @param to who gets it, one mail each
 * @param reference what people call the matter, "R-1042"; stands in the subject
 * @param facts names and values shown as a list, in this order
 * @param words what a person wrote, shown as a quotation
 * @param path the page of the portal that the button opens
 * @param ticket only for sign-in mails: the link is made by {@link SignInLinks#issue} when the mail is sent, and takes
 *     the place of {@code path}
 * @param second another page of the portal, linked below the button
 * @param calendar what goes into the recipients' calendars
 * @param optional which of the mails this is that people may switch off; whoever did gets none
 */
@NamedInterface("events")
public record Letter(
        String key,
        List<Addressee> to,
        @Nullable String reference,
        Map<String, String> facts,
        @Nullable String words,
        String path,
        @Nullable UUID ticket,
        @Nullable String second,
        @Nullable CalendarPart calendar,
        @Nullable OptionalMail optional) {

    public Letter {
        to = List.copyOf(to);
        facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** A letter with one link and nothing for a calendar, which everybody gets. */
    public Letter(
            String key,
            List<Addressee> to,
            @Nullable String reference,
            Map<String, String> facts,
            @Nullable String words,
            String path,
            @Nullable UUID ticket) {
        this(key, to, reference, facts, words, path, ticket, null, null, null);
    }

    /** The same to one of its addressees alone. */
    public Letter to(Addressee one) {
        return new Letter(key, List.of(one), reference, facts, words, path, ticket, second, calendar, optional);
    }

    /** The same with a second link. */
    public Letter withSecond(@Nullable String path) {
        return new Letter(key, to, reference, facts, words, this.path, ticket, path, calendar, optional);
    }

    /** The same with something for the calendar. */
    public Letter with(@Nullable CalendarPart part) {
        return new Letter(key, to, reference, facts, words, path, ticket, second, part, optional);
    }

    /** The same as one of the mails that people may switch off. */
    public Letter as(OptionalMail kind) {
        return new Letter(key, to, reference, facts, words, path, ticket, second, calendar, kind);
    }
}
