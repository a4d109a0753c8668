package org.ambassadorportal.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.ambassadorportal.identity.ForAdmins;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.kernel.Violation;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The registry of official accounts, as other rooms read it and as admins keep it. An address is held by one entry that
 * is not archived; the second to register it gets a {@link Refusal} at the field "address".
 */
@Service
@Transactional
public class Registry {

    private static final String ROW = """
            select id, name, platform, handle, state, kind = 'IMPOSTOR' as impostor, unit_id as unit, archived_on
            from registry_account""";

    private final Accounts accounts;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final When when;
    private final Clock clock;

    Registry(Accounts accounts, JdbcClient database, ApplicationEventPublisher events, When when, Clock clock) {
        this.accounts = accounts;
        this.database = database;
        this.events = events;
        this.when = when;
        this.clock = clock;
    }

    @ForInside
    @Transactional(readOnly = true)
    public Optional<AccountRow> find(AccountId id) {
        return database.sql(ROW + " where id = :id")
                .param("id", id.value())
                .query(AccountRow.class)
                .optional();
    }

    /** The accounts with these ids, archived ones too; an id without an account is left out. */
    @ForInside
    @Transactional(readOnly = true)
    public Map<AccountId, AccountRow> named(Collection<AccountId> ids) {
        var found = new LinkedHashMap<AccountId, AccountRow>();
        if (ids.isEmpty()) return found;
        database.sql(ROW + " where id = any(:ids)")
                .param("ids", ids.stream().map(AccountId::value).distinct().toArray(UUID[]::new))
                .query(AccountRow.class)
                .list()
                .forEach(account -> found.put(account.id(), account));
        return found;
    }

    /** The official accounts that are run today, by name: what a form offers. */
    @ForSignedIn
    @Transactional(readOnly = true)
    public List<AccountChoice> published() {
        return database.sql("""
                        select id, name, platform from registry_account
                        where kind = 'OFFICIAL' and state = 'PUBLISHED' order by name collate names, platform, id""").query(AccountChoice.class).list();
    }

    /** Adds an official account; it begins under review. */
    @ForAdmins
    public AccountId register(AccountDetails details) {
        return save(OfficialAccount.register(details, clock.instant()), details);
    }

    /**
     * Adds an account that pretends to be ours; whoever asks for it is warned from now on.
     *
     * @param reported when the platform was told
     */
    @ForAdmins
    public AccountId registerImpostor(AccountDetails details, @Nullable LocalDate reported) {
        if (reported != null && reported.isAfter(when.today())) {
            throw new Refusal("reported", "registry.reported.future");
        }
        return save(OfficialAccount.impostor(details, reported, clock.instant()), details);
    }

    /**
     * The account that a freeze exception allowed was made: takes the entry that is there for it, or begins one under
     * review.
     *
     * @throws Refusal at "address" when the entry that is there is an impostor's or another unit's
     */
    @ForInside
    public AccountId registerForException(AccountDetails details) {
        var there = database.sql(ROW + " where canonical = :canonical and state <> 'ARCHIVED'")
                .param("canonical", details.profile().uniqueKey())
                .query(AccountRow.class)
                .optional();
        if (there.isEmpty()) return save(OfficialAccount.register(details, clock.instant()), details);
        var entry = there.get();
        if (entry.impostor() || !Objects.equals(entry.unit(), details.unit())) {
            throw new AlreadyRegistered(details.profile().address());
        }
        return entry.id();
    }

    /**
     * Changes what is kept of an account.
     *
     * @param seen the version the form was opened on
     * @throws StaleEdit when somebody else changed it since
     */
    @ForAdmins
    public void edit(AccountId id, @Nullable Long seen, AccountDetails details) {
        var account = get(id);
        account.edit(seen, details, when.today(), clock.instant());
        save(account, details);
    }

    /** Lets anyone know that it is ours. */
    @ForAdmins
    public void publish(AccountId id) {
        var account = get(id);
        account.publish(clock.instant());
        save(account);
    }

    /** Notes that the owner has confirmed it today. */
    @ForAdmins
    public void certify(AccountId id) {
        var account = get(id);
        account.certify(clock.instant());
        save(account);
    }

    /**
     * Nobody runs it any more; "is this ours?" goes on knowing it.
     *
     * @param lastDay the last day somebody ran it, today at the latest
     * @param successor an account that is published
     */
    @ForAdmins
    public void archive(AccountId id, @Nullable Long seen, LocalDate lastDay, @Nullable AccountId successor) {
        if (successor != null
                && find(successor)
                        .filter(next -> next.state() == AccountState.PUBLISHED && !next.impostor())
                        .isEmpty()) {
            throw new Refusal("successor", "registry.successor.unknown");
        }
        var account = get(id);
        account.archive(seen, lastDay, successor, when.today(), clock.instant());
        save(account);
    }

    /** Takes it back from the archive, to be looked through again. */
    @ForAdmins
    public void restore(AccountId id) {
        var account = get(id);
        account.restore(clock.instant());
        try {
            save(account);
        } catch (DataIntegrityViolationException taken) {
            throw heldByAnother(taken, account.profile().address());
        }
    }

    /** Warns whoever asks for it that it pretends to be ours. */
    @ForAdmins
    public void markAsImpostor(AccountId id, @Nullable Long seen, @Nullable LocalDate reported) {
        var account = get(id);
        account.markAsImpostor(seen, reported, when.today(), clock.instant());
        save(account);
    }

    /** Takes out an entry that was never published. */
    @ForAdmins
    public void remove(AccountId id) {
        var account = get(id);
        account.mustBeRemovable();
        accounts.delete(account);
        events.publishEvent(new AccountRemoved(id.value(), clock.instant()));
    }

    /**
     * Keeps how many followers it had on a day; a count that is there for the day gives way.
     *
     * @param day today at the latest
     */
    @ForAdmins
    public void count(AccountId id, LocalDate day, long followers) {
        if (day.isAfter(when.today())) throw new Refusal("day", "registry.count.future");
        if (followers < 0) throw new Refusal("followers", "registry.count.negative");
        var account = get(id);
        account.counted(clock.instant());
        database.sql("""
                        insert into registry_follower_count (account_id, day, followers, source)
                        values (:account, :day, :followers, 'TYPED')
                        on conflict (account_id, day) do update set followers = excluded.followers, source = excluded.source""")
                .param("account", id.value())
                .param("day", day)
                .param("followers", followers)
                .update();
        save(account);
    }

    private OfficialAccount get(AccountId id) {
        return accounts.findById(id).orElseThrow(NotFound::new);
    }

    private AccountId save(OfficialAccount account, AccountDetails details) {
        try {
            return save(account);
        } catch (DataIntegrityViolationException taken) {
            throw heldByAnother(taken, details.profile().address());
        }
    }

    private AccountId save(OfficialAccount account) {
        try {
            return accounts.saveAndFlush(account).id();
        } catch (OptimisticLockingFailureException race) {
            throw new StaleEdit();
        }
    }

    private static RuntimeException heldByAnother(DataIntegrityViolationException error, String address) {
        return Violation.of("registry_account_held", error) ? new AlreadyRegistered(address) : error;
    }
}
