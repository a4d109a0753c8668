package org.ambassadorportal.organization;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the portal says about the organization until an admin changes it at /admin/organization.
 *
 * @param name the organization's name
 * @param program the program's name, beside the organization's in the head of each page
 * @param department the department that runs the program
 * @param telephone the number to call for a consultation
 * @param mail the department's mailbox; empty shows nothing
 * @param mailDomains domains of staff mail addresses; while empty, only invited people can sign in
 * @param zone the zone of all dates and times
 * @param days days of the week with business hours
 * @param opens the beginning of business hours
 * @param closes the end of business hours
 * @param socialIntegrityUrl address of the Social Integrity site; empty shows nothing
 * @param brandWords words that a personal profile must not carry in its user name
 */
@ConfigurationProperties("portal.organization")
@Validated
record OrganizationSettings(
        @DefaultValue("Michigan Medicine") @NotBlank String name,
        @DefaultValue("Social Media Ambassadors") @NotBlank String program,

        @DefaultValue("Department of Communication") @NotBlank String department,

        @DefaultValue("734-764-2220") @NotBlank String telephone,
        @DefaultValue("") @Email String mail,
        @DefaultValue List<String> mailDomains,
        @DefaultValue("America/Detroit") ZoneId zone,

        @DefaultValue({"monday", "tuesday", "wednesday", "thursday", "friday"}) @NotEmpty Set<DayOfWeek> days,

        @DefaultValue("08:00") LocalTime opens,
        @DefaultValue("17:00") LocalTime closes,
        @DefaultValue("") @Pattern(regexp = "|https://\\S+") String socialIntegrityUrl,

        @DefaultValue({"michiganmedicine", "michmed", "umich"})
        List<String> brandWords) {

    OrganizationFacts facts() {
        return new OrganizationFacts(
                name,
                program,
                department,
                telephone,
                textOrNull(mail),
                mailDomains.stream()
                        .map(domain -> domain.toLowerCase(Locale.ROOT))
                        .toList(),
                zone,
                new BusinessHours(days, opens, closes, List.of()),
                textOrNull(socialIntegrityUrl),
                brandWords);
    }

    private static @Nullable String textOrNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
