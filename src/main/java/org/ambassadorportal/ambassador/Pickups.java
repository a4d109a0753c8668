package org.ambassadorportal.ambassador;

import java.util.List;
import org.ambassadorportal.identity.PersonId;

/**
 * What of a person was picked up by official accounts. The room that runs amplifications answers; while there is none,
 * pages show nothing in its place. Holds nothing that a public page may not show.
 */
public interface Pickups {

    /** The latest first, at most twenty; answered in one statement. Anyone may ask, as the page is public. */
    List<Pickup> of(PersonId person);
}
