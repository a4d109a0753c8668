package org.ambassadorportal.ambassador;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.policy.AttestationRow;
import org.ambassadorportal.policy.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enrollments to be looked at, beside the page they would change; who may look is decided by the page that asks. Costs
 * three statements.
 */
@Service
@Transactional(readOnly = true)
class Reviews {

    private final Enrollments enrollments;
    private final Policies policies;
    private final JdbcClient database;

    Reviews(Enrollments enrollments, Policies policies, JdbcClient database) {
        this.enrollments = enrollments;
        this.policies = policies;
        this.database = database;
    }

    /** The page that stands, as far as it is reviewed, and the name of the unit that was entered. */
    private record Beside(
            @Nullable String enteredUnit,
            @Nullable String slug,
            @Nullable PageState state,
            @Nullable String name,
            @Nullable String credentials,
            @Nullable String title,
            @Nullable String unit,
            @Nullable UUID photo) {}

    @ForInside
    Review of(Reference reference) {
        var enrollment = enrollments.findByReference(reference).orElseThrow(NotFound::new);
        var beside = beside(enrollment);
        boolean joins = enrollment.purpose() == Purpose.JOIN;
        boolean compared = !joins && !enrollment.state().isOver() && beside.slug() != null;
        return new Review(
                reference.toString(),
                enrollment.purpose(),
                enrollment.state(),
                enrollment.person(),
                enrollment.version(),
                enrollment.photo() != null,
                compared && !Objects.equals(enrollment.photo(), beside.photo()),
                lines(enrollment, beside, compared),
                profiles(enrollment, compared),
                enrollment.opinions(),
                enrollment.interests().bio(),
                joins ? acknowledged(enrollment.person()) : List.of(),
                enrollment.words(),
                enrollment.submittedAt(),
                beside.slug(),
                beside.state());
    }

    /** Whether this changes a page that stands, rather than being a first enrollment. */
    @ForInside
    boolean isChange(Reference reference) {
        return database.sql("select purpose = 'CHANGE' from enrollment where reference = :reference")
                .param("reference", reference.number())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private List<AttestationRow> acknowledged(PersonId person) {
        return policies.attestationsOf(person).stream()
                .filter(AttestationRow::current)
                .toList();
    }

    private Beside beside(Enrollment enrollment) {
        var unit = enrollment.particulars().unit();
        return database.sql("""
                        select e.name as entered_unit, a.slug, a.name, a.credentials, a.title, u.name as unit,
                               a.photo_id as photo,
                               case when a.id is null then null when a.taken_down_at is not null then 'TAKEN_DOWN'
                                   when a.suspended_at is not null then 'SUSPENDED'
                                   when a.paused then 'PAUSED' else 'PUBLISHED' end as state
                        from (select cast(:unit as uuid) as unit, cast(:person as uuid) as person) x
                        left join organization_unit e on e.id = x.unit
                        left join ambassador a on a.person_id = x.person and a.left_at is null
                        left join organization_unit u on u.id = a.unit_id""")
                .param("unit", unit == null ? null : unit.toString())
                .param("person", enrollment.person().toString())
                .query(Beside.class)
                .single();
    }

    private static List<Review.Line> lines(Enrollment enrollment, Beside beside, boolean compared) {
        var now = enrollment.particulars();
        var shown = enrollment.visibility();
        var lines = new ArrayList<Review.Line>();
        lines.add(line("name", beside.name(), now.name(), compared, false));
        lines.add(line("credentials", beside.credentials(), now.credentials(), compared, !shown.credentials()));
        lines.add(line("title", beside.title(), now.title(), compared, !shown.title()));
        lines.add(line("unit", beside.unit(), beside.enteredUnit(), compared, false));
        if (enrollment.purpose() == Purpose.CHANGE) return lines;
        var interests = enrollment.interests();
        lines.add(line("topics", null, String.join(", ", interests.topics()), false, !shown.topics()));
        lines.add(line("languages", null, String.join(", ", interests.languages()), false, !shown.languages()));
        return lines;
    }

    private static Review.Line line(
            String key, @Nullable String before, @Nullable String now, boolean compared, boolean hidden) {
        return new Review.Line(key, compared ? before : null, now, compared && !Objects.equals(before, now), hidden);
    }

    private List<Review.ProfileLine> profiles(Enrollment enrollment, boolean compared) {
        var before = compared ? listed(enrollment.person()) : List.<ListedProfile>of();
        var keys = before.stream().map(ListedProfile::addressKey).collect(Collectors.toSet());
        var lines = new ArrayList<Review.ProfileLine>();
        for (var entered : enrollment.profiles()) {
            boolean same = !compared || keys.contains(String.valueOf(entered.addressKey()));
            lines.add(new Review.ProfileLine(
                    entered.profile().orElse(null), entered.typed(), entered.hidden(), same ? "same" : "new"));
        }
        var now = enrollment.profiles().stream()
                .map(entered -> String.valueOf(entered.addressKey()))
                .collect(Collectors.toSet());
        before.stream()
                .filter(listed -> !now.contains(listed.addressKey()))
                .forEach(listed -> lines.add(new Review.ProfileLine(
                        listed.profile(), listed.profile().readable(), listed.hidden(), "gone")));
        return lines;
    }

    private List<ListedProfile> listed(PersonId person) {
        return database.sql("select p.platform, p.handle, p.address_key, p.hidden from ambassador_profile p"
                        + " join ambassador a on a.id = p.ambassador_id where a.person_id = ? order by p.position")
                .param(person.value())
                .query(ListedProfile.class)
                .list();
    }
}
