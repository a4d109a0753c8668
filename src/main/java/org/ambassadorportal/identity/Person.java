package org.ambassadorportal.identity;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ambassadorportal.kernel.Aggregate;
import org.jspecify.annotations.Nullable;

/** A person; one who never signed in has no password, and may have been entered by a colleague. */
@Entity
@Table(name = "person")
class Person extends Aggregate<Person> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private PersonId id;

    private String name;
    private String mail;
    private @Nullable String password;

    @Enumerated(EnumType.STRING)
    private @Nullable Role role;

    private boolean lead;
    private boolean disabled;
    private int generation;

    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    Person(PersonId id, String name, String mail, @Nullable Role role, Instant at) {
        this.id = id;
        this.name = name;
        this.mail = mail;
        this.role = role;
        happened(new PersonRegistered(id, at));
    }

    PersonId id() {
        return id;
    }

    String name() {
        return name;
    }

    String mail() {
        return mail;
    }

    @Nullable String password() {
        return password;
    }

    @Nullable Role role() {
        return role;
    }

    boolean lead() {
        return lead;
    }

    boolean disabled() {
        return disabled;
    }

    int generation() {
        return generation;
    }

    Addressee addressee() {
        return new Addressee(id, name, mail);
    }

    SignedIn signedIn() {
        return new SignedIn(id, name, mail, Role.upTo(role), lead);
    }

    /** Gives it a name; the same one again changes nothing. */
    void call(String newName, Instant at) {
        if (newName.equals(name)) return;
        name = newName;
        happened(new PersonRenamed(id, at));
    }

    /** Grants a role, or takes it away; a change ends the person's sessions. */
    void mayDo(@Nullable Role newRole, boolean newLead, @Nullable Long seen, Instant at) {
        mustBe(seen);
        boolean leads = newLead && newRole != null && newRole != Role.STAFF;
        var changed = new ArrayList<String>();
        if (!Objects.equals(newRole, role)) changed.add("role");
        if (leads != lead) changed.add("lead");
        if (changed.isEmpty()) return;
        role = newRole;
        lead = leads;
        generation++;
        boolean comms = newRole == Role.COMMS || newRole == Role.ADMIN;
        happened(new RolesChanged(addressee(), List.copyOf(changed), comms, at));
    }

    void disable(@Nullable Long seen, Instant at) {
        mustBe(seen);
        if (disabled) return;
        disabled = true;
        generation++;
        happened(new PersonDisabled(id, at));
    }

    void enable(@Nullable Long seen, Instant at) {
        mustBe(seen);
        if (!disabled) return;
        disabled = false;
        happened(new PersonEnabled(id, at));
    }

    /** Sets the hash of a new password; all sessions end. */
    void password(String hash, Instant at) {
        password = hash;
        generation++;
        happened(new PasswordSet(addressee(), at));
    }

    /** Ends all sessions, wherever they are. */
    void signOutEverywhere(Instant at) {
        generation++;
        happened(new SignedOutEverywhere(id, at));
    }
}
