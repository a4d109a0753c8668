package org.ambassadorportal.ambassador;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.social.SocialProfile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who holds which profile: whoever submitted or published it first, never a draft. The table's primary key decides
 * between two who come at once.
 */
@Component
class Holders {

    private final JdbcClient database;

    Holders(JdbcClient database) {
        this.database = database;
    }

    /**
     * Takes profiles for a person, in one order for all, so that two people never wait for each other.
     *
     * @throws ProfileHeld when somebody else has one of them
     */
    void take(PersonId person, Collection<SocialProfile> profiles) {
        profiles.stream().sorted(Comparator.comparing(SocialProfile::uniqueKey)).forEach(profile -> {
            // Waits here while another transaction takes the same profile.
            int taken = database.sql("insert into profile_holder (address_key, person_id) values (?, ?)"
                            + " on conflict (address_key) do nothing")
                    .params(profile.uniqueKey(), person.value())
                    .update();
            if (taken == 0 && !held(profile, person)) throw new ProfileHeld(profile);
        });
    }

    private boolean held(SocialProfile profile, PersonId person) {
        return database.sql("select person_id = ? from profile_holder where address_key = ?")
                .params(person.value(), profile.uniqueKey())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Who holds these profiles; what nobody holds is left out. */
    Map<String, PersonId> of(Collection<SocialProfile> profiles) {
        var holders = new HashMap<String, PersonId>();
        if (profiles.isEmpty()) return holders;
        database.sql("select address_key, person_id from profile_holder where address_key = any(?)")
                .param(profiles.stream().map(SocialProfile::uniqueKey).toArray(String[]::new))
                .query(row -> {
                    holders.put(row.getString("address_key"), new PersonId(row.getObject("person_id", UUID.class)));
                });
        return holders;
    }

    /** Gives up what the person neither waits to have reviewed nor has on their page any more. */
    void releaseUnused(PersonId person) {
        database.sql("""
                        delete from profile_holder h
                        where h.person_id = :person
                          and not exists (
                              select 1 from enrollment_profile p join enrollment e on e.id = p.enrollment_id
                              where p.address_key = h.address_key and e.person_id = :person
                                and e.state in ('SUBMITTED', 'CHANGES_ASKED'))
                          and not exists (
                              select 1 from ambassador_profile p join ambassador a on a.id = p.ambassador_id
                              where p.address_key = h.address_key and a.person_id = :person)""").param("person", person.value()).update();
    }
}
