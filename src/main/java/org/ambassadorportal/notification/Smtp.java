package org.ambassadorportal.notification;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Speaks to the mail server, and tells what may succeed later from what never will. */
final class Smtp {

    private final MailSettings settings;
    private final Session session;

    Smtp(MailSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    /** The session messages are made in. */
    Session session() {
        return session;
    }

    /** Hands a finished message to the server. Never throws for what the server or the network does. */
    Outcome send(MimeMessage message) {
        try (var transport = session.getTransport()) {
            transport.connect(
                    settings.host(),
                    settings.port(),
                    MailSettings.filled(settings.username()) ? settings.username() : null,
                    MailSettings.filled(settings.username()) ? settings.password() : null);
            transport.sendMessage(message, message.getRecipients(Message.RecipientType.TO));
            return Outcome.delivered();
        } catch (MessagingException problem) {
            return outcome(problem);
        }
    }

    /**
     * 4xx asks for patience, 5xx is an answer for good, and everything else is the network's fault. A refused login is
     * tried again too: it says nothing about the mail.
     */
    static Outcome outcome(MessagingException problem) {
        if (problem instanceof AuthenticationFailedException) {
            return Outcome.later(Problem.UNREACHABLE, problem.getMessage());
        }
        var seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
        var open = new ArrayDeque<Throwable>(Set.of(problem));
        Outcome found = null;
        boolean slow = false;
        while (!open.isEmpty()) {
            var one = open.poll();
            if (!seen.add(one)) continue;
            slow |= one instanceof SocketTimeoutException;
            int code = code(one);
            if (code >= 500) return Outcome.never(Problem.REFUSED, one.getMessage());
            if (code >= 400 && found == null) found = Outcome.later(Problem.DEFERRED, one.getMessage());
            if (one instanceof MessagingException chain && chain.getNextException() != null) {
                open.add(chain.getNextException());
            }
            if (one.getCause() != null) open.add(one.getCause());
        }
        if (found != null) return found;
        return Outcome.later(slow ? Problem.TIMED_OUT : Problem.UNREACHABLE, problem.getMessage());
    }

    private static int code(Throwable problem) {
        return switch (problem) {
            case SMTPAddressFailedException recipient -> recipient.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException sending -> sending.getReturnCode();
            default -> 0;
        };
    }

    /** The sender's address, checked: it stands in our own settings, so a wrong one is a mistake worth an exception. */
    static InternetAddress address(String mail) throws MessagingException {
        var address = new InternetAddress();
        address.setAddress(mail);
        address.validate();
        return address;
    }

    private static Properties properties(MailSettings settings) {
        boolean tls = settings.encryption() == MailSettings.Encryption.TLS;
        var protocol = tls ? "smtps" : "smtp";
        var properties = new Properties();
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty("mail.mime.charset", "UTF-8");
        set(properties, protocol, "connectiontimeout", settings.connectTimeout().toMillis());
        set(properties, protocol, "timeout", settings.readTimeout().toMillis());
        set(properties, protocol, "writetimeout", settings.writeTimeout().toMillis());
        set(properties, protocol, "auth", MailSettings.filled(settings.username()));
        set(properties, protocol, "quitwait", false);
        set(properties, protocol, "ssl.checkserveridentity", true);
        boolean upgrade = settings.encryption() == MailSettings.Encryption.STARTTLS;
        set(properties, protocol, "starttls.enable", upgrade);
        set(properties, protocol, "starttls.required", upgrade);
        return properties;
    }

    private static void set(Properties properties, String protocol, String name, Object value) {
        properties.setProperty(
                "mail.%s.%s".formatted(protocol, name), value.toString().toLowerCase(Locale.ROOT));
    }
}
