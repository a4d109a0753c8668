package org.ambassadorportal.social;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who holds this address? Each module that keeps a list of accounts answers for its own; to know what the portal knows, ask all
 * of them and take the first answer that counts (the order of {@link Claim.Standing}).
 */
public interface Claims {

    /** Who holds the account, if this list has it. */
    Optional<Claim> holderOf(SocialProfile profile);

    /** The same for many; accounts that are not on the list are left out. Lists with a table answer in one statement. */
    default Map<SocialProfile, Claim> holdersOf(Collection<SocialProfile> profiles) {
        Map<SocialProfile, Claim> holders = new LinkedHashMap<>();
        profiles.forEach(profile -> holderOf(profile).ifPresent(claim -> holders.put(profile, claim)));
        return holders;
    }
}
