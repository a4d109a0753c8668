package org.ambassadorportal.ambassador;

import org.ambassadorportal.identity.PersonId;

/**
 * A published ambassador, as a form offers them by name.
 *
 * @param namesakes how many published ambassadors have this name, this one included
 */
public record AmbassadorName(PersonId person, String name, String slug, int namesakes) {

    /** The name; where several share it, with what tells them apart, "Jo Specimen (jo-specimen-2)". */
    public String label() {
        return namesakes > 1 ? name + " (" + slug + ")" : name;
    }
}
