package org.ambassadorportal.registry;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Aggregate;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.social.Platform;
import org.ambassadorportal.social.SocialProfile;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the registry: an account of the organization, or one that pretends to be. Published only with an owner;
 * a change of handle leaves the earlier name behind, by which people may still ask for it.
 */
@Entity
@SuppressWarnings("UnusedVariable") // pages read the columns with SQL, not these fields
@Table(name = "registry_account")
class OfficialAccount extends Aggregate<OfficialAccount> {

    /** A name it had, and the day it was given up. */
    @Embeddable
    record EarlierName(String canonical, String handle, LocalDate until) {}

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private AccountId id;

    @Enumerated(EnumType.STRING)
    private AccountKind kind;

    @Enumerated(EnumType.STRING)
    private AccountState state;

    private String name;

    @Enumerated(EnumType.STRING)
    private Platform platform;

    private String handle;
    private String canonical;
    private @Nullable String stableId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "unit_id"))
    private @Nullable UnitId unit;

    private String language;
    private String tags;

    @Column(name = "opened_on")
    private @Nullable LocalDate opened;

    private Instant registeredAt;
    private @Nullable Instant certifiedAt;

    @Column(name = "archived_on")
    private @Nullable LocalDate archived;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "successor_id"))
    private @Nullable AccountId successor;

    @Column(name = "reported_on")
    private @Nullable LocalDate reported;

    @ElementCollection
    @CollectionTable(name = "registry_administrator", joinColumns = @JoinColumn(name = "account_id"))
    @AttributeOverride(name = "value", column = @Column(name = "person_id"))
    private Set<PersonId> administrators = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "registry_earlier_name", joinColumns = @JoinColumn(name = "account_id"))
    private Set<EarlierName> earlierNames = new HashSet<>();

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected OfficialAccount() {}

    private OfficialAccount(AccountKind kind, AccountDetails details, Instant at) {
        this.id = AccountId.next();
        this.kind = kind;
        this.state = AccountState.UNDER_REVIEW;
        this.registeredAt = at;
        this.name = details.name();
        this.platform = details.profile().platform();
        this.handle = details.profile().handle();
        this.canonical = details.profile().uniqueKey();
        this.language = details.language();
        this.tags = String.join(", ", details.tags());
        take(details);
    }

    /** Begins under review. */
    static OfficialAccount register(AccountDetails details, Instant at) {
        var account = new OfficialAccount(AccountKind.OFFICIAL, details, at);
        account.happened(new AccountRegistered(account.id.value(), at));
        return account;
    }

    /** An account that pretends to be ours is published at once, to warn whoever asks. */
    static OfficialAccount impostor(AccountDetails details, @Nullable LocalDate reported, Instant at) {
        var account = new OfficialAccount(AccountKind.IMPOSTOR, details, at);
        account.state = AccountState.PUBLISHED;
        account.reported = reported;
        account.happened(new ImpostorMarked(account.id.value(), at));
        return account;
    }

    /** Changes what is kept of it. Another handle on the same platform leaves the earlier one behind as an earlier name. */
    void edit(@Nullable Long seen, AccountDetails details, LocalDate today, Instant at) {
        mustBe(seen);
        if (state == AccountState.ARCHIVED) throw new NotInThisState(state);
        if (details.profile().platform() != platform)
            throw new Refusal("address", "registry.address.platform", platform.label());
        if (state == AccountState.PUBLISHED && kind == AccountKind.OFFICIAL && details.unit() == null) {
            throw new Refusal("unit", "registry.unit.missing");
        }
        var changed = changes(details);
        if (!details.profile().uniqueKey().equals(canonical)) {
            earlierNames.removeIf(earlier -> earlier.canonical().equals(canonical)
                    || earlier.canonical().equals(details.profile().uniqueKey()));
            earlierNames.add(new EarlierName(canonical, handle, today));
        }
        take(details);
        happened(new AccountChanged(id.value(), at, changed));
    }

    private void take(AccountDetails details) {
        this.name = details.name();
        this.handle = details.profile().handle();
        this.canonical = details.profile().uniqueKey();
        this.stableId = details.stableId() != null
                ? details.stableId()
                : details.profile().stableId().orElse(null);
        this.unit = details.unit();
        this.language = details.language();
        this.tags = String.join(", ", details.tags());
        this.opened = details.opened();
        this.administrators.retainAll(details.administrators());
        this.administrators.addAll(details.administrators());
    }

    private List<String> changes(AccountDetails details) {
        List<String> changed = new ArrayList<>();
        if (!name.equals(details.name())) changed.add("name");
        if (!handle.equals(details.profile().handle())) changed.add("handle");
        if (!Objects.equals(stableId, details.stableId())) changed.add("stable-id");
        if (!Objects.equals(unit, details.unit())) changed.add("unit");
        if (!administrators.equals(details.administrators())) changed.add("administrators");
        if (!language.equals(details.language())) changed.add("language");
        if (!tags.equals(String.join(", ", details.tags()))) changed.add("tags");
        if (!Objects.equals(opened, details.opened())) changed.add("opened");
        return changed;
    }

    /** From now on anyone is told that it is ours. That is a first certification as well. */
    void publish(Instant at) {
        var next = state.to(AccountState.PUBLISHED);
        if (unit == null) throw new Refusal("unit", "registry.unit.missing");
        this.state = next;
        this.certifiedAt = at;
        happened(new AccountPublished(id.value(), at));
    }

    /** The owner confirms that it is still run, and by whom. */
    void certify(Instant at) {
        if (state != AccountState.PUBLISHED || kind != AccountKind.OFFICIAL) throw new NotInThisState(state);
        this.certifiedAt = at;
        happened(new AccountCertified(id.value(), at));
    }

    /**
     * Nobody runs it any more.
     *
     * @param lastDay the last day somebody did
     * @param successor the account that took its place
     */
    void archive(@Nullable Long seen, LocalDate lastDay, @Nullable AccountId successor, LocalDate today, Instant at) {
        mustBe(seen);
        var next = state.to(AccountState.ARCHIVED);
        if (lastDay.isAfter(today)) throw new Refusal("archived", "registry.archived.future");
        if (id.equals(successor)) throw new Refusal("successor", "registry.successor.itself");
        this.state = next;
        this.archived = lastDay;
        this.successor = successor;
        happened(new AccountArchived(id.value(), at));
    }

    /** It was archived by mistake, or is run again: it is looked through as if it were new. */
    void restore(Instant at) {
        this.state = state.to(AccountState.UNDER_REVIEW);
        this.archived = null;
        this.successor = null;
        happened(new AccountRestored(id.value(), at));
    }

    /** It pretends to be ours, or was taken over by somebody else. */
    void markAsImpostor(@Nullable Long seen, @Nullable LocalDate reported, LocalDate today, Instant at) {
        mustBe(seen);
        if (state == AccountState.ARCHIVED || kind == AccountKind.IMPOSTOR) throw new NotInThisState(state);
        if (reported != null && reported.isAfter(today)) throw new Refusal("reported", "registry.reported.future");
        this.kind = AccountKind.IMPOSTOR;
        this.state = AccountState.PUBLISHED;
        this.reported = reported;
        this.certifiedAt = null;
        this.unit = null;
        this.administrators.clear();
        happened(new ImpostorMarked(id.value(), at));
    }

    /** Only what was never published can be taken out again; the rest is archived. */
    void mustBeRemovable() {
        if (state != AccountState.UNDER_REVIEW || certifiedAt != null) throw new NotInThisState(state);
    }

    /** A count of followers was entered; the counts themselves lie beside the account, as there may be thousands. */
    void counted(Instant at) {
        happened(new FollowersCounted(id.value(), at));
    }

    AccountId id() {
        return id;
    }

    AccountState state() {
        return state;
    }

    AccountKind kind() {
        return kind;
    }

    SocialProfile profile() {
        return SocialProfile.of(platform, handle);
    }

    @Nullable UnitId unit() {
        return unit;
    }

    Set<EarlierName> earlierNames() {
        return Set.copyOf(earlierNames);
    }

    Set<PersonId> administrators() {
        return Set.copyOf(administrators);
    }

    @Nullable Instant certifiedAt() {
        return certifiedAt;
    }
}
