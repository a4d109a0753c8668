package org.ambassadorportal.registry;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ambassadorportal.identity.ForAnyone;
import org.ambassadorportal.social.Claim;
import org.ambassadorportal.social.Claims;
import org.ambassadorportal.social.SocialProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/** What the registry answers when somebody asks who holds an address; earlier names count as archived. */
@Service
@Transactional(readOnly = true)
class RegisteredClaims implements Claims {

    private final JdbcClient database;

    RegisteredClaims(JdbcClient database) {
        this.database = database;
    }

    private record Held(
            String canonical,
            Claim.Standing standing,
            String name,
            @Nullable String unitName) {}

    @Override
    @ForAnyone
    public Optional<Claim> holderOf(SocialProfile profile) {
        return Optional.ofNullable(holdersOf(List.of(profile)).get(profile));
    }

    @Override
    @ForAnyone
    public Map<SocialProfile, Claim> holdersOf(Collection<SocialProfile> profiles) {
        Map<SocialProfile, Claim> holders = new LinkedHashMap<>();
        if (profiles.isEmpty()) return holders;
        Map<String, Held> held = new LinkedHashMap<>();
        database.sql("""
                        select asked.canonical, a.name, u.name as unit_name, case
                            when a.kind = 'IMPOSTOR' then 'IMPOSTOR'
                            when a.state = 'PUBLISHED' and a.canonical = asked.canonical then 'OFFICIAL'
                            else 'ARCHIVED' end as standing
                        from unnest(:canonicals::text[]) asked (canonical)
                        join registry_account a on a.canonical = asked.canonical or a.id in (
                            select e.account_id from registry_earlier_name e where e.canonical = asked.canonical)
                        left join organization_unit u on u.id = a.unit_id
                        where a.state <> 'UNDER_REVIEW'""")
                .param(
                        "canonicals",
                        profiles.stream().map(SocialProfile::uniqueKey).toArray(String[]::new))
                .query(Held.class)
                .list()
                .forEach(row -> held.merge(row.canonical(), row, RegisteredClaims::whatCounts));
        for (var profile : profiles) {
            var row = held.get(profile.uniqueKey());
            if (row != null) holders.put(profile, claim(profile, row));
        }
        return holders;
    }

    private static Held whatCounts(Held one, Held other) {
        return one.standing().compareTo(other.standing()) <= 0 ? one : other;
    }

    private static Claim claim(SocialProfile profile, Held row) {
        var path = UriComponentsBuilder.fromPath("/accounts/verify")
                .queryParam("url", "{url}")
                .encode()
                .buildAndExpand(profile.url())
                .toUriString();
        var unit = row.unitName();
        boolean imitates = row.standing() == Claim.Standing.IMPOSTOR;
        return new Claim(row.standing(), imitates || unit == null ? row.name() : unit, path);
    }
}
