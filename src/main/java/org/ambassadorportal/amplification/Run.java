package org.ambassadorportal.amplification;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.registry.AccountId;

/** A time it ran: the official account, the post's address, the day. */
@Entity
@Table(name = "amplification_run")
class Run {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private RunId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "account_id"))
    private AccountId account;

    private String link;
    private LocalDate ranOn;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "noted_by_id"))
    private PersonId notedBy;

    private Instant notedAt;

    Run(AccountId account, String link, LocalDate ranOn, PersonId notedBy, Instant notedAt) {
        id = RunId.next();
        this.account = account;
        this.link = link;
        this.ranOn = ranOn;
        this.notedBy = notedBy;
        this.notedAt = notedAt;
    }

    @SuppressWarnings("NullAway.Init")
    protected Run() {}

    RunId id() {
        return id;
    }

    AccountId account() {
        return account;
    }

    String link() {
        return link;
    }

    LocalDate ranOn() {
        return ranOn;
    }

    PersonId notedBy() {
        return notedBy;
    }

    Instant notedAt() {
        return notedAt;
    }
}
