package org.ambassadorportal.notification;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.OptionalMail;
import org.ambassadorportal.identity.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which mails people want, of those they may go without. Everything is on until somebody switches it off. */
@Service
class MailChoices {

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MailChoices(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    @ForSignedIn
    List<MailChoice> of(PersonId who) {
        var off = Set.copyOf(database.sql("select kind from email_off where person_id = ?")
                .param(who.value())
                .query(String.class)
                .list());
        return Arrays.stream(OptionalMail.values())
                .map(kind -> new MailChoice(kind, !off.contains(kind.name())))
                .toList();
    }

    /** Switches a kind of mail on or off; nothing happens where it stands so already. */
    @Transactional
    @ForSignedIn
    void set(PersonId who, OptionalMail kind, boolean on) {
        int changed = on
                ? database.sql("delete from email_off where person_id = ? and kind = ?")
                        .params(who.value(), kind.name())
                        .update()
                : database.sql("insert into email_off (person_id, kind, since) values (?, ?, ?) on conflict do nothing")
                        .params(who.value(), kind.name(), clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
        if (changed > 0) events.publishEvent(new MailSwitched(who, kind, on, clock.instant()));
    }
}
