package org.ambassadorportal.notification;

import java.util.Locale;
import java.util.Map;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.OptionalMail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/**
 * The words of letters, which stand in the messages of the module that sends them under {@code mail.<letter>}. Each
 * takes three arguments: the recipient's name, the reference, and the fact that is called "title", or the first one.
 */
@Component
class MailTexts {

    private static final Logger LOG = LoggerFactory.getLogger(MailTexts.class);

    private final MessageSource messages;

    MailTexts(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * The subject line, with the reference in it. A missing text is no reason to undo what somebody just did, so the
     * letter's key stands in for it; the mail itself then fails alone when it is to be sent.
     */
    String subject(Letter letter, String recipient) {
        var arguments = arguments(recipient, letter.reference(), letter.facts());
        var key = "mail." + letter.key() + ".subject";
        var text = messages.getMessage(key, arguments, null, Locale.US);
        if (text == null) {
            LOG.error("There is no text {}", key);
            text = letter.key();
        }
        var reference = letter.reference();
        return oneLine(reference == null || text.contains(reference) ? text : reference + ": " + text);
    }

    /**
     * A text of the letter.
     *
     * @throws NoSuchMessageException when the sending module has forgotten it
     */
    String text(WaitingMail mail, String part) {
        return messages.getMessage(
                "mail." + mail.letter() + "." + part,
                arguments(mail.recipientName(), mail.reference(), mail.facts()),
                Locale.US);
    }

    /** The label of a fact; its bare name where it has none. */
    String label(String fact) {
        var label = messages.getMessage("mail.fact." + fact, null, null, Locale.US);
        return label == null
                ? fact.substring(0, 1).toUpperCase(Locale.ROOT)
                        + fact.substring(1).replace('-', ' ')
                : label;
    }

    /** The name of a kind of mail that people may switch off. */
    String label(OptionalMail kind) {
        return messages.getMessage(kind.key(), null, Locale.US);
    }

    /** Text that may stand in a header: line breaks there would begin a header of their own. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static Object[] arguments(String recipient, @Nullable String reference, Map<String, String> facts) {
        var title = facts.containsKey("title")
                ? facts.get("title")
                : facts.values().stream().findFirst().orElse("");
        return new Object[] {recipient, reference == null ? "" : reference, title};
    }
}
