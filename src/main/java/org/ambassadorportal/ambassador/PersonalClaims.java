package org.ambassadorportal.ambassador;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ambassadorportal.social.Claim;
import org.ambassadorportal.social.Claims;
import org.ambassadorportal.social.SocialProfile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers for ambassadors' own profiles, as far as a published page shows them: what is hidden is nobody's here. */
@Component
class PersonalClaims implements Claims {

    private final JdbcClient database;

    PersonalClaims(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Claim> holderOf(SocialProfile profile) {
        return Optional.ofNullable(holdersOf(List.of(profile)).get(profile));
    }

    @Override
    public Map<SocialProfile, Claim> holdersOf(Collection<SocialProfile> profiles) {
        var claims = new HashMap<SocialProfile, Claim>();
        if (profiles.isEmpty()) return claims;
        var byKey = profiles.stream().collect(Collectors.toMap(SocialProfile::uniqueKey, it -> it, (one, same) -> one));
        database.sql("select p.address_key, e.name, e.slug from ambassador_profile p"
                        + " join directory_entry e on e.ambassador_id = p.ambassador_id"
                        + " where not p.hidden and p.address_key = any(?)")
                .param(byKey.keySet().toArray(String[]::new))
                .query(row -> {
                    var profile = byKey.get(row.getString("address_key"));
                    var path = "/ambassadors/" + row.getString("slug");
                    if (profile != null)
                        claims.put(profile, new Claim(Claim.Standing.PERSONAL, row.getString("name"), path));
                });
        return claims;
    }
}
