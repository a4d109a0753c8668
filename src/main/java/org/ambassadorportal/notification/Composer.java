package org.ambassadorportal.notification;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import org.ambassadorportal.identity.SignInLinks;
import org.ambassadorportal.kernel.WebSettings;
import org.ambassadorportal.organization.Organization;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Makes a message of a letter: headers, plain text and HTML. Runs as the portal, outside any transaction. */
@Component
class Composer {

    /** Where people switch off what they may. */
    private static final String PREFERENCES = "/me/mail";

    private final MailTexts texts;
    private final MailSettings settings;
    private final Organization organization;
    private final SignInLinks links;
    private final Clock clock;
    private final WebSettings web;
    private final SpringTemplateEngine templates;

    Composer(
            MailTexts texts,
            MailSettings settings,
            Organization organization,
            SignInLinks links,
            MessageSource messages,
            WebSettings web,
            Clock clock) {
        this.texts = texts;
        this.settings = settings;
        this.organization = organization;
        this.links = links;
        this.clock = clock;
        this.web = web;
        this.templates = templates(messages);
    }

    /**
     * The message as it goes out. The Message-ID is made of the mail's own id, so that a mail server or a mail program
     * that sees it twice knows it again.
     *
     * @throws MessagingException when the recipient's address is none
     * @throws RuntimeException when a text is missing or the link of a sign-in mail can no longer be made
     */
    MimeMessage message(WaitingMail mail, Session session) throws MessagingException {
        var from = Smtp.address(settings.from() == null ? "" : settings.from());
        var to = recipient(mail);
        var letter = letter(mail);
        var message = new StableMessage(session, mail.id(), from);
        message.setFrom(named(
                from, organization.facts().name() + " " + organization.facts().program()));
        message.setRecipient(Message.RecipientType.TO, to);
        var mailbox = organization.facts().mail();
        if (mailbox != null && !mailbox.isBlank()) {
            message.setReplyTo(new InternetAddress[] {
                named(Smtp.address(mailbox), organization.facts().department())
            });
        }
        message.setSubject(letter.subject(), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        // So that no "out of office" answers a machine.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        var off = letter.off();
        if (off != null) message.setHeader("List-Unsubscribe", "<" + off.address() + ">");
        message.setContent(content(letter));
        message.saveChanges();
        return message;
    }

    /** The letter in words; makes the link of a sign-in mail, so it is called as late as can be. */
    LetterPage letter(WaitingMail mail) {
        var ticket = mail.ticket();
        var path = ticket == null ? mail.path() : links.issue(ticket);
        var words = mail.words();
        return new LetterPage(
                mail.subject(),
                texts.text(mail, "heading"),
                texts.text(mail, "text").lines().filter(line -> !line.isBlank()).toList(),
                mail.facts().entrySet().stream()
                        .filter(fact -> !fact.getValue().isBlank())
                        .map(fact -> new LetterPage.Fact(texts.label(fact.getKey()), fact.getValue()))
                        .toList(),
                words == null ? java.util.List.of() : words.strip().lines().toList(),
                texts.text(mail, "button"),
                path,
                web.url(path),
                mail.reference(),
                mail.signIn(),
                mail.second() == null ? null : link(texts.text(mail, "second"), mail.second()),
                mail.calendar(),
                mail.optional() == null ? null : link(texts.label(mail.optional()), PREFERENCES));
    }

    private LetterPage.Link link(String label, String path) {
        return new LetterPage.Link(label, path, web.url(path));
    }

    String html(LetterPage letter) {
        return templates.process("letter.html", context(letter));
    }

    String text(LetterPage letter) {
        return templates.process("letter.txt", context(letter)).strip().replaceAll("\\n{3,}", "\n\n") + "\n";
    }

    private Context context(LetterPage letter) {
        var context = new Context(Locale.US);
        context.setVariable("letter", letter);
        context.setVariable("organization", organization.facts());
        return context;
    }

    /**
     * Text and HTML, and what goes into the calendar beside them: once for mail programs that know calendars, once as a
     * file for those that do not.
     */
    private MimeMultipart content(LetterPage letter) throws MessagingException {
        var alternatives = alternatives(letter);
        var calendar = letter.calendar();
        if (calendar == null) return alternatives;
        alternatives.addBodyPart(
                bytes(calendar.text(), "text/calendar; method=%s; charset=UTF-8".formatted(calendar.method())));
        var words = new MimeBodyPart();
        words.setContent(alternatives);
        var file = bytes(calendar.text(), "application/ics; name=invite.ics");
        file.setDisposition(Part.ATTACHMENT);
        file.setFileName("invite.ics");
        return new MimeMultipart("mixed", words, file);
    }

    /** A part that arrives byte for byte: calendars insist on their line ends. */
    private static MimeBodyPart bytes(String text, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(text.getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private MimeMultipart alternatives(LetterPage letter) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(text(letter), "UTF-8", "plain");
        var html = new MimeBodyPart();
        html.setText(html(letter), "UTF-8", "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static InternetAddress recipient(WaitingMail mail) throws MessagingException {
        if (mail.recipientMail().codePoints().anyMatch(c -> Character.isISOControl(c) || c == ' ')) {
            throw new MessagingException("The address has a line break or a space in it");
        }
        return named(Smtp.address(mail.recipientMail()), mail.recipientName());
    }

    private static InternetAddress named(InternetAddress address, String name) throws MessagingException {
        try {
            address.setPersonal(MailTexts.oneLine(name), "UTF-8");
            return address;
        } catch (UnsupportedEncodingException impossible) {
            throw new MessagingException("UTF-8 is missing", impossible);
        }
    }

    /** An engine of its own: the portal's knows only pages, and a mail has a plain text as well. */
    private static SpringTemplateEngine templates(MessageSource messages) {
        var engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(messages);
        engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML, 1));
        engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT, 2));
        return engine;
    }

    private static ClassLoaderTemplateResolver resolver(String pattern, TemplateMode mode, int order) {
        var resolver = new ClassLoaderTemplateResolver(Composer.class.getClassLoader());
        resolver.setPrefix("templates/mail/");
        resolver.setResolvablePatterns(Set.of(pattern));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setOrder(order);
        return resolver;
    }

    /** A message whose Message-ID is the same each time it is made. */
    private static final class StableMessage extends MimeMessage {

        private final MailId id;
        private final InternetAddress from;

        StableMessage(Session session, MailId id, InternetAddress from) {
            super(session);
            this.id = id;
            this.from = from;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            var mail = from.getAddress();
            setHeader("Message-ID", "<" + id.value() + "@" + mail.substring(mail.lastIndexOf('@') + 1) + ">");
        }
    }
}
