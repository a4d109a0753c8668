package org.ambassadorportal.ambassador;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.PersonId;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All enrollments, open and decided. */
interface Enrollments extends Repository<Enrollment, EnrollmentId> {

    List<EnrollmentState> OPEN =
            List.of(EnrollmentState.DRAFT, EnrollmentState.SUBMITTED, EnrollmentState.CHANGES_ASKED);

    @EntityGraph(attributePaths = "profiles")
    Optional<Enrollment> findByPersonAndStateIn(PersonId person, Collection<EnrollmentState> states);

    /** The last one of this person that is decided. */
    Optional<Enrollment> findFirstByPersonAndPurposeAndStateInOrderBySavedAtDesc(
            PersonId person, Purpose purpose, Collection<EnrollmentState> states);

    Optional<Enrollment> findFirstByPersonAndStateInOrderBySavedAtDesc(
            PersonId person, Collection<EnrollmentState> states);

    @EntityGraph(attributePaths = "profiles")
    Optional<Enrollment> findByReference(Reference reference);

    /** Whose it is, without loading it: the person's turn is taken before the enrollment is read. */
    @Query("select e.person from Enrollment e where e.reference = :reference")
    Optional<PersonId> personOf(Reference reference);

    Enrollment saveAndFlush(Enrollment enrollment);

    void delete(Enrollment enrollment);

    void flush();
}
