package org.ambassadorportal.policy;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Aggregate;
import org.ambassadorportal.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A policy and all its versions: at most one draft, exactly one current once it was published, the rest archived. The
 * link to the official text belongs to the policy and not to a version, so that setting it asks nobody again.
 */
@Entity
@Table(name = "policy")
class Policy extends Aggregate<Policy> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private PolicyId id;

    private String key;
    private @Nullable String officialUrl;

    /** Written at every edit, so that a change of a version alone also counts as a change of the policy. */
    @SuppressWarnings("UnusedVariable")
    private Instant changedAt;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.EAGER)
    @JoinColumn(name = "policy_id", nullable = false)
    @OrderBy("number")
    private List<PolicyVersion> versions = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Policy() {}

    Policy(String key, Instant at) {
        this.id = PolicyId.next();
        this.key = key;
        this.changedAt = at;
    }

    /** Writes the draft of the next version; begins one if there is none. The current version stays as it is. */
    void write(@Nullable Long seen, String title, PolicyText text, LocalDate effective, Instant at) {
        mustBe(seen);
        var draft = draft();
        if (draft.isPresent()) draft.get().rewrite(title, text, effective);
        else versions.add(new PolicyVersion(lastNumber() + 1, title, text, effective));
        changedAt = at;
        happened(new PolicyDraftWritten(id.value(), at));
    }

    /** Throws the draft away. */
    void discard(@Nullable Long seen, Instant at) {
        mustBe(seen);
        if (versions.removeIf(version -> version.state() == PolicyState.DRAFT)) {
            changedAt = at;
            happened(new PolicyDraftDiscarded(id.value(), at));
        }
    }

    /**
     * Makes the draft the current version; from now on everyone is asked again, and who acknowledged an earlier one
     * keeps that.
     *
     * @throws Refusal when the text is the one that is current already, or would take effect before the current one
     */
    PolicyVersion publish(@Nullable Long seen, PersonId by, Instant at) {
        mustBe(seen);
        var draft = draft().orElseThrow(NothingToPublish::new);
        current().ifPresent(current -> {
            if (current.hash().equals(draft.hash())) throw new Refusal("text", "policy.publish.same", current.number());
            if (draft.effective().isBefore(current.effective()))
                throw new Refusal("effective", "policy.publish.early", current.number());
            current.archive();
        });
        draft.publish(by, at);
        changedAt = at;
        return draft;
    }

    /** Says that a version was published; apart from {@link #publish}, because who must be told is not known here. */
    void published(PolicyPublished event) {
        happened(event);
    }

    /** Sets where the official text is to be found; {@code null} shows nothing in its place. */
    void link(@Nullable String url, Instant at) {
        if (Objects.equals(officialUrl, url)) return;
        officialUrl = url;
        changedAt = at;
        happened(new PolicyLinkChanged(id.value(), at));
    }

    Optional<PolicyVersion> draft() {
        return in(PolicyState.DRAFT);
    }

    Optional<PolicyVersion> current() {
        return in(PolicyState.CURRENT);
    }

    private Optional<PolicyVersion> in(PolicyState state) {
        return versions.stream().filter(version -> version.state() == state).findFirst();
    }

    private int lastNumber() {
        return versions.stream().mapToInt(PolicyVersion::number).max().orElse(0);
    }

    PolicyId id() {
        return id;
    }

    String key() {
        return key;
    }

    @Nullable String officialUrl() {
        return officialUrl;
    }
}
