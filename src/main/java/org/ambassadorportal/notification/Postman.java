package org.ambassadorportal.notification;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.NoSuchMessageException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Goes through the outbox: takes a mail, sends it, notes how it went, takes the next. Between taking and noting there
 * is no open transaction. A mail that cannot be written or delivered fails or waits by itself; only a server that
 * cannot be reached at all ends the round, because it would be in vain for the others too.
 */
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    /** So that a round ends, and the scheduler sees that its job is alive. */
    private static final int MOST_IN_A_ROUND = 200;

    private static final int UNREACHABLE_IN_A_ROW = 3;

    private final Outbox outbox;
    private final Composer composer;
    private final Smtp smtp;
    private final MailSettings settings;

    Postman(Outbox outbox, Composer composer, Smtp smtp, MailSettings settings) {
        this.outbox = outbox;
        this.composer = composer;
        this.smtp = smtp;
        this.settings = settings;
    }

    /** Sends what is due, and says how many mails the server took. */
    int round() {
        if (settings.catches()) outbox.keepAll();
        if (!settings.canSend()) return 0;
        int sent = 0;
        int unreachable = 0;
        for (int taken = 0; taken < MOST_IN_A_ROUND && unreachable < UNREACHABLE_IN_A_ROW; taken++) {
            var mail = outbox.claim().orElse(null);
            if (mail == null) break;
            var outcome = deliver(mail);
            note(mail, outcome);
            if (outcome.problem() == null) sent++;
            unreachable = outcome.unreachable() ? unreachable + 1 : 0;
        }
        return sent;
    }

    private Outcome deliver(WaitingMail mail) {
        try {
            return smtp.send(composer.message(mail, smtp.session()));
        } catch (MessagingException address) {
            return Outcome.never(Problem.ADDRESS, address.getMessage());
        } catch (DataAccessException | TransactionException database) {
            return Outcome.later(Problem.UNWRITABLE, database.getClass().getSimpleName());
        } catch (NoSuchMessageException forgotten) {
            return unwritable(mail, forgotten.getMessage());
        } catch (RuntimeException broken) {
            // Its own text may quote what people wrote: log and outbox get the kind of failure, never the words.
            return unwritable(mail, broken.getClass().getSimpleName());
        }
    }

    private static Outcome unwritable(WaitingMail mail, @Nullable String why) {
        LOG.error("Mail {} ({}) could not be written: {}", mail.id().value(), mail.letter(), why);
        return Outcome.never(Problem.UNWRITABLE, why);
    }

    private void note(WaitingMail mail, Outcome outcome) {
        var problem = outcome.problem();
        if (problem == null) {
            outbox.delivered(mail);
        } else if (outcome.forGood() || mail.attempts() >= settings.attempts()) {
            LOG.warn("Mail {} failed: {}", mail.id().value(), problem);
            outbox.failed(mail, problem, outcome.answer());
        } else {
            outbox.deferred(mail, problem, outcome.answer(), settings.pauseAfter(mail.attempts()));
        }
    }
}
