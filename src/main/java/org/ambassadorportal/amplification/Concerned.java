package org.ambassadorportal.amplification;

import java.util.Set;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.registry.AccountId;

/**
 * What kind of help is wanted, through which official accounts, and which ambassadors it is about.
 *
 * @param accounts none where the requester leaves the choice to the comms team
 */
record Concerned(Set<Help> help, Set<AccountId> accounts, Set<PersonId> ambassadors) {

    Concerned {
        help = Set.copyOf(help);
        accounts = Set.copyOf(accounts);
        ambassadors = Set.copyOf(ambassadors);
    }
}
