package org.ambassadorportal.organization;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the portal says about the organization. While a fact is {@code null} or empty, nothing is shown in its place.
 *
 * @param telephone as people read it, "734-764-2220"
 * @param mail the department's mailbox; mails of the portal are answered there
 * @param mailDomains whose mail addresses belong to staff, in lower case
 * @param zone the zone of all dates and times that people read
 * @param brandWords words that a personal profile must not carry in its user name
 */
public record OrganizationFacts(
        String name,
        String program,
        String department,
        String telephone,
        @Nullable String mail,
        List<String> mailDomains,
        ZoneId zone,
        BusinessHours hours,
        @Nullable String socialIntegrityUrl,
        List<String> brandWords) {

    public OrganizationFacts {
        mailDomains = List.copyOf(mailDomains);
        brandWords = List.copyOf(brandWords);
    }

    /** The telephone number as an address, "tel:+17347642220"; ten digits are a number in the United States. */
    public String telephoneUri() {
        var digits = telephone.replaceAll("[^0-9]", "");
        if (telephone.strip().startsWith("+")) return "tel:+" + digits;
        return digits.length() == 10 ? "tel:+1" + digits : "tel:" + digits;
    }

    /** The same with these holidays. */
    OrganizationFacts with(List<BusinessHours.Holiday> holidays) {
        var kept = new BusinessHours(hours.days(), hours.opens(), hours.closes(), holidays);
        return new OrganizationFacts(
                name, program, department, telephone, mail, mailDomains, zone, kept, socialIntegrityUrl, brandWords);
    }
}
