package org.ambassadorportal.policy;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.ambassadorportal.identity.PersonId;
import org.jspecify.annotations.Nullable;

/** One version of a policy. Only a draft can be written to; the database refuses anything else as well. */
@Entity
@Table(name = "policy_version")
class PolicyVersion {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private PolicyVersionId id;

    private int number;

    @Enumerated(EnumType.STRING)
    private PolicyState state;

    private String title;
    private String text;
    private String hash;
    private LocalDate effective;

    @SuppressWarnings("UnusedVariable")
    private @Nullable Instant publishedAt;

    @SuppressWarnings("UnusedVariable")
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "published_by"))
    private @Nullable PersonId publishedBy;

    @SuppressWarnings("NullAway.Init")
    protected PolicyVersion() {}

    PolicyVersion(int number, String title, PolicyText text, LocalDate effective) {
        this.id = PolicyVersionId.next();
        this.number = number;
        this.state = PolicyState.DRAFT;
        this.title = title;
        this.text = text.markdown();
        this.hash = text.hash();
        this.effective = effective;
    }

    void rewrite(String title, PolicyText text, LocalDate effective) {
        if (state != PolicyState.DRAFT) throw new IllegalStateException("a published version is final");
        this.title = title;
        this.text = text.markdown();
        this.hash = text.hash();
        this.effective = effective;
    }

    void publish(PersonId by, Instant at) {
        state = PolicyState.CURRENT;
        publishedBy = by;
        publishedAt = at;
    }

    void archive() {
        state = PolicyState.ARCHIVED;
    }

    PolicyVersionId id() {
        return id;
    }

    int number() {
        return number;
    }

    PolicyState state() {
        return state;
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }

    String hash() {
        return hash;
    }

    LocalDate effective() {
        return effective;
    }
}
