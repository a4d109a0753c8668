package org.ambassadorportal.organization;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ambassadorportal.kernel.Aggregate;
import org.jspecify.annotations.Nullable;

/** The organization's facts as an admin left them; the table has this one row, or none. */
@Entity
@Table(name = "organization")
class OrganizationRecord extends Aggregate<OrganizationRecord> {

    static final short ONLY = 1;

    /** A holiday as it is stored. */
    @Embeddable
    record HolidayRow(LocalDate day, String name) {}

    @Id
    private short id = ONLY;

    private String name;
    private String program;
    private String department;
    private String telephone;
    private @Nullable String mail;

    @Column(name = "mail_domains")
    private String[] mailDomains;

    private String zone;
    private String[] days;
    private LocalTime opens;
    private LocalTime closes;

    @Column(name = "social_integrity_url")
    private @Nullable String socialIntegrityUrl;

    @Column(name = "brand_words")
    private String[] brandWords;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "organization_holiday", joinColumns = @JoinColumn(name = "organization_id"))
    private Set<HolidayRow> holidays = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected OrganizationRecord() {}

    OrganizationFacts facts() {
        return new OrganizationFacts(
                name,
                program,
                department,
                telephone,
                mail,
                List.of(mailDomains),
                ZoneId.of(zone),
                new BusinessHours(
                        Arrays.stream(days).map(DayOfWeek::valueOf).collect(Collectors.toSet()),
                        opens,
                        closes,
                        holidays.stream()
                                .map(row -> new BusinessHours.Holiday(row.day(), row.name()))
                                .toList()),
                socialIntegrityUrl,
                List.of(brandWords));
    }

    /** Takes the facts over; {@code before} is what they were, so that the trail can name what changed. */
    void change(OrganizationFacts before, OrganizationFacts after, Instant at) {
        name = after.name();
        program = after.program();
        department = after.department();
        telephone = after.telephone();
        mail = after.mail();
        mailDomains = after.mailDomains().toArray(String[]::new);
        zone = after.zone().getId();
        days = after.hours().days().stream().map(DayOfWeek::name).toArray(String[]::new);
        opens = after.hours().opens();
        closes = after.hours().closes();
        socialIntegrityUrl = after.socialIntegrityUrl();
        brandWords = after.brandWords().toArray(String[]::new);
        var rows = after.hours().holidays().stream()
                .map(holiday -> new HolidayRow(holiday.day(), holiday.name()))
                .collect(Collectors.toSet());
        if (!rows.equals(holidays)) {
            holidays.clear();
            holidays.addAll(rows);
        }
        var changed = changed(before, after);
        if (!changed.isEmpty()) happened(new OrganizationChanged(changed, at));
    }

    private static List<String> changed(OrganizationFacts before, OrganizationFacts after) {
        var fields = new ArrayList<String>();
        if (!before.name().equals(after.name())) fields.add("name");
        if (!before.program().equals(after.program())) fields.add("program");
        if (!before.department().equals(after.department())) fields.add("department");
        if (!before.telephone().equals(after.telephone())) fields.add("telephone");
        if (!Objects.equals(before.mail(), after.mail())) fields.add("mail");
        if (!before.mailDomains().equals(after.mailDomains())) fields.add("mail-domains");
        if (!before.zone().equals(after.zone())) fields.add("zone");
        if (!before.hours().equals(after.hours())) fields.add("hours");
        if (!Objects.equals(before.socialIntegrityUrl(), after.socialIntegrityUrl())) fields.add("social-integrity");
        if (!before.brandWords().equals(after.brandWords())) fields.add("brand-words");
        return fields;
    }
}
