package org.ambassadorportal.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ambassadorportal.identity.ForAnyone;
import org.ambassadorportal.organization.Organization;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.social.Claim;
import org.ambassadorportal.social.Claims;
import org.ambassadorportal.social.Platform;
import org.ambassadorportal.social.Problem;
import org.ambassadorportal.social.SocialProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * "Is this account ours?", for anyone, whatever they paste. The registry's own entries are told in full; the other lists
 * of the portal (the profiles of ambassadors) are asked through {@link Claims}.
 */
@Service
@Transactional(readOnly = true)
class AccountVerification {

    private final JdbcClient database;
    private final ObjectProvider<Claims> lists;
    private final Organization organization;
    private final RegistrySettings settings;

    AccountVerification(
            JdbcClient database, ObjectProvider<Claims> lists, Organization organization, RegistrySettings settings) {
        this.database = database;
        this.lists = lists;
        this.organization = organization;
        this.settings = settings;
    }

    private record Entry(
            AccountId id,
            AccountKind kind,
            AccountState state,
            String name,
            Platform platform,
            String handle,
            String canonical,
            @Nullable String stableId,
            @Nullable UnitId unit,
            @Nullable String unitName,
            @Nullable Instant certifiedAt,
            @Nullable LocalDate archivedOn,
            @Nullable LocalDate reportedOn,
            int ofOwner,
            @Nullable String successorName,
            @Nullable Platform successorPlatform,
            @Nullable String successorHandle) {}

    private record Earlier(AccountId account, String canonical, String handle, LocalDate until) {}

    @ForAnyone
    public Answer of(@Nullable String pasted) {
        if (pasted == null || pasted.isBlank()) return Answer.nothingAsked();
        var reading = SocialProfile.parse(pasted);
        var profile = reading.profile();
        if (profile.isPresent()) {
            var findings = findings(List.of(profile.get()));
            var verdict = findings.isEmpty() ? Answer.Finding.notOurs(profile.get()) : findings.getFirst();
            return new Answer(profile.get(), null, List.of(verdict), null);
        }
        var problem = reading.problem().orElseThrow();
        if (problem.kind() != Problem.Kind.AMBIGUOUS) return new Answer(null, null, List.of(), problem);
        return new Answer(null, problem.part(), findings(everywhere(problem.part())), null);
    }

    /** The accounts a bare name may mean: one on each platform that allows such a name. */
    private static List<SocialProfile> everywhere(String name) {
        return Arrays.stream(Platform.values())
                .flatMap(platform -> SocialProfile.parse(platform, name).profile().stream())
                .toList();
    }

    private List<Answer.Finding> findings(List<SocialProfile> profiles) {
        Map<SocialProfile, Answer.Finding> found = new LinkedHashMap<>();
        registered(profiles)
                .forEach(finding -> found.merge(finding.profile(), finding, AccountVerification::whatCounts));
        for (var list : (Iterable<Claims>) lists.stream()::iterator) {
            if (list instanceof RegisteredClaims) continue;
            list.holdersOf(profiles).forEach((profile, claim) -> {
                if (claim.standing() == Claim.Standing.PERSONAL) {
                    found.merge(
                            profile,
                            Answer.Finding.person(profile, claim.holder(), claim.path()),
                            AccountVerification::whatCounts);
                }
            });
        }
        return found.values().stream()
                .sorted(Comparator.comparing(Answer.Finding::word).thenComparing(Answer.Finding::platform))
                .toList();
    }

    private static Answer.Finding whatCounts(Answer.Finding one, Answer.Finding other) {
        return one.word().compareTo(other.word()) <= 0 ? one : other;
    }

    private List<Answer.Finding> registered(List<SocialProfile> profiles) {
        var entries = entries(profiles);
        if (entries.isEmpty()) return List.of();
        var earlier = earlierNames(entries).stream().collect(Collectors.groupingBy(Earlier::account));
        List<Answer.Finding> findings = new ArrayList<>();
        for (var entry : entries) {
            var names = earlier.getOrDefault(entry.id(), List.of());
            for (var profile : profiles) {
                if (isOf(profile, entry)) findings.add(present(profile, entry, names));
                else was(profile, names).ifPresent(name -> findings.add(past(profile, entry, name)));
            }
        }
        return findings;
    }

    private static boolean isOf(SocialProfile profile, Entry entry) {
        boolean sameId = entry.stableId() != null
                && profile.stableId().filter(entry.stableId()::equals).isPresent();
        return profile.uniqueKey().equals(entry.canonical()) || (sameId && profile.platform() == entry.platform());
    }

    private static Optional<Earlier> was(SocialProfile profile, List<Earlier> names) {
        return names.stream()
                .filter(name -> name.canonical().equals(profile.uniqueKey()))
                .findFirst();
    }

    private Answer.Finding present(SocialProfile profile, Entry entry, List<Earlier> names) {
        var word = entry.state() == AccountState.UNDER_REVIEW
                ? Answer.Word.UNDER_REVIEW
                : entry.kind() == AccountKind.IMPOSTOR
                        ? Answer.Word.IMPOSTOR
                        : entry.state() == AccountState.ARCHIVED ? Answer.Word.ARCHIVED : Answer.Word.OFFICIAL;
        var certified = entry.certifiedAt() == null
                ? null
                : entry.certifiedAt().atZone(organization.facts().zone()).toLocalDate();
        var shown = names.stream()
                .map(name -> new Answer.EarlierName(Handles.shown(entry.platform(), name.handle()), name.until()))
                .toList();
        var instead =
                entry.successorName() == null || entry.successorPlatform() == null || entry.successorHandle() == null
                        ? null
                        : other(entry.successorName(), entry.successorPlatform(), entry.successorHandle());
        return new Answer.Finding(
                word,
                profile,
                entry.name(),
                entry.unit(),
                entry.unitName(),
                certified,
                certified == null ? null : certified.plus(settings.certifyEvery()),
                shown,
                entry.ofOwner(),
                entry.archivedOn(),
                entry.reportedOn(),
                instead,
                null);
    }

    /** An account left this name behind; whoever has it now is not said by the registry. */
    private static Answer.Finding past(SocialProfile profile, Entry entry, Earlier name) {
        boolean runs = entry.state() == AccountState.PUBLISHED && entry.kind() == AccountKind.OFFICIAL;
        return new Answer.Finding(
                Answer.Word.RENAMED,
                profile,
                entry.name(),
                null,
                null,
                null,
                null,
                List.of(),
                0,
                name.until(),
                null,
                runs ? other(entry.name(), entry.platform(), entry.handle()) : null,
                null);
    }

    private static Answer.Other other(String name, Platform platform, String handle) {
        return new Answer.Other(name + ", " + platform.label(), Handles.url(platform, handle));
    }

    private List<Entry> entries(Collection<SocialProfile> profiles) {
        return database.sql("""
                        select a.id, a.kind, a.state, a.name, a.platform, a.handle, a.canonical, a.stable_id,
                            a.unit_id as unit, u.name as unit_name, a.certified_at, a.archived_on, a.reported_on,
                            (select count(*) from registry_account o where o.unit_id = a.unit_id
                                and o.kind = 'OFFICIAL' and o.state = 'PUBLISHED') as of_owner,
                            s.name as successor_name, s.platform as successor_platform, s.handle as successor_handle
                        from registry_account a
                        left join organization_unit u on u.id = a.unit_id
                        left join registry_account s on s.id = a.successor_id
                            and s.state = 'PUBLISHED' and s.kind = 'OFFICIAL'
                        where a.canonical = any(:canonicals) or a.stable_id = any(:stable)
                            or a.id in (select e.account_id from registry_earlier_name e where e.canonical = any(:canonicals))""")
                .param(
                        "canonicals",
                        profiles.stream().map(SocialProfile::uniqueKey).toArray(String[]::new))
                .param(
                        "stable",
                        profiles.stream()
                                .flatMap(profile -> profile.stableId().stream())
                                .toArray(String[]::new))
                .query(Entry.class)
                .list();
    }

    private List<Earlier> earlierNames(List<Entry> entries) {
        return database.sql("""
                        select account_id as account, canonical, handle, until from registry_earlier_name
                        where account_id = any(:accounts) order by until desc""")
                .param(
                        "accounts",
                        entries.stream().map(entry -> entry.id().value()).toArray(UUID[]::new))
                .query(Earlier.class)
                .list();
    }
}
