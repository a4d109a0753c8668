package org.ambassadorportal.ambassador;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.organization.Organization;
import org.ambassadorportal.social.BrandWords;
import org.ambassadorportal.social.Claim;
import org.ambassadorportal.social.Claims;
import org.ambassadorportal.social.Platform;
import org.ambassadorportal.social.Problem;
import org.ambassadorportal.social.Reading;
import org.ambassadorportal.social.SocialProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Reads what somebody typed as their profiles, and says of each why it cannot be theirs here: not readable, an
 * organization's page, one of the official accounts, the brand in the user name, somebody else's.
 */
@Component
class ProfileReader {

    private final ObjectProvider<Claims> claims;
    private final Holders holders;
    private final Organization organization;

    ProfileReader(ObjectProvider<Claims> claims, Holders holders, Organization organization) {
        this.claims = claims;
        this.holders = holders;
        this.organization = organization;
    }

    /** A field as it was read: a profile, or the words for what is wrong; with the latter the profile too, if it is readable. */
    record Read(
            String slot,
            String typed,
            @Nullable SocialProfile profile,
            @Nullable String problem,
            List<Object> words) {

        Read {
            words = List.copyOf(words);
        }

        static Read good(String slot, String typed, SocialProfile profile) {
            return new Read(slot, typed, profile, null, List.of());
        }

        Read refused(String key, Object... arguments) {
            return new Read(slot, typed, profile, key, List.of(arguments));
        }

        /** The arguments of the problem's words. */
        public Object[] arguments() {
            return words.toArray();
        }

        public boolean isGood() {
            return problem == null;
        }

        /** Whether the one thing wrong is that somebody else has it. */
        public boolean isHeld() {
            return ProfileHeld.KEY.equals(problem);
        }
    }

    /** Reads all fields of a form in at most one statement for each list of accounts. */
    List<Read> read(PersonId person, Map<String, String> typed) {
        var read = new LinkedHashMap<String, Read>();
        var seen = new HashMap<SocialProfile, String>();
        typed.forEach((slot, text) -> {
            var one = understood(slot, text);
            var first = one.profile() == null ? null : seen.putIfAbsent(one.profile(), slot);
            read.put(slot, first == null ? one : one.refused("enroll.profile.twice"));
        });
        var good = read.values().stream()
                .filter(Read::isGood)
                .flatMap(r -> Optional.ofNullable(r.profile()).stream())
                .toList();
        if (good.isEmpty()) return List.copyOf(read.values());
        var known = known(good);
        var held = holders.of(good);
        var brand = new BrandWords(organization.facts().brandWords());
        read.replaceAll((slot, one) -> one.isGood() && one.profile() != null
                ? judged(
                        one,
                        one.profile(),
                        person,
                        known.get(one.profile()),
                        held.get(one.profile().uniqueKey()),
                        brand)
                : one);
        return List.copyOf(read.values());
    }

    /** Reads one field as it is typed, without asking who has it. */
    Read understood(String slot, String text) {
        var expected = Platform.ofKey(slot);
        var reading = expected.map(platform -> SocialProfile.parse(platform, text))
                .orElseGet(() -> SocialProfile.parse(text));
        // A profile of another platform is as good: the field is only a help.
        if (expected.isPresent() && isOfAnother(reading)) reading = SocialProfile.parse(text);
        return switch (reading.forPerson()) {
            case Reading.Understood(SocialProfile profile) -> Read.good(slot, text, profile);
            case Reading.NotUnderstood(Problem problem) ->
                new Read(slot, text, null, problem.messageKey(), List.of(problem.arguments()));
        };
    }

    private static boolean isOfAnother(Reading reading) {
        return reading.problem()
                .filter(it -> it.kind() == Problem.Kind.WRONG_PLATFORM)
                .isPresent();
    }

    private static Read judged(
            Read one,
            SocialProfile profile,
            PersonId person,
            @Nullable Claim claim,
            @Nullable PersonId holder,
            BrandWords brand) {
        if (claim != null && claim.standing() != Claim.Standing.PERSONAL) {
            var key = switch (claim.standing()) {
                case OFFICIAL, PERSONAL -> "enroll.profile.official";
                case ARCHIVED -> "enroll.profile.archived";
                case IMPOSTOR -> "enroll.profile.impostor";
            };
            return one.refused(key, profile.address(), claim.holder());
        }
        var carried = brand.foundIn(profile);
        if (carried.isPresent()) return one.refused("enroll.profile.brand", profile.display(), carried.get());
        if (holder != null && !holder.equals(person)) return one.refused(ProfileHeld.KEY, profile.address());
        return one;
    }

    private Map<SocialProfile, Claim> known(List<SocialProfile> profiles) {
        var known = new HashMap<SocialProfile, Claim>();
        claims.stream()
                .flatMap(list -> list.holdersOf(profiles).entrySet().stream())
                .forEach(entry -> known.merge(
                        entry.getKey(),
                        entry.getValue(),
                        (one, other) -> one.standing().compareTo(other.standing()) <= 0 ? one : other));
        return known;
    }
}
