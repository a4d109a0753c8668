package org.ambassadorportal.notification;

import java.util.List;
import org.ambassadorportal.identity.CalendarPart;
import org.jspecify.annotations.Nullable;

/**
 * A letter in words, ready for a template: the mail's HTML, its plain text, or the page it is read on.
 *
 * @param words the lines of what somebody wrote
 * @param path where the button leads, within the portal
 * @param address the same with the portal's address before it
 * @param signIn whether the button signs in whoever presses it
 * @param calendar what it brings for the recipient's calendar
 * @param off where mails of this kind are switched off, if they can be
 */
record LetterPage(
        String subject,
        String heading,
        List<String> paragraphs,
        List<Fact> facts,
        List<String> words,
        String button,
        String path,
        String address,
        @Nullable String reference,
        boolean signIn,
        @Nullable Link second,
        @Nullable CalendarPart calendar,
        @Nullable Link off) {

    /** Another link, with the portal's address before it and without. */
    record Link(String label, String path, String address) {}

    /** A line of the table. */
    record Fact(String label, String value) {}

    LetterPage {
        paragraphs = List.copyOf(paragraphs);
        facts = List.copyOf(facts);
        words = List.copyOf(words);
    }
}
