package org.ambassadorportal.amplification;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The third page: pictures, and the checklist that protects patients.
 *
 * @param patients "yes" or "no"
 * @param nobody where it is "no": the sender confirms it
 * @param confirmed where it is "yes": the lines of the checklist that were confirmed
 */
record PeopleForm(
        @Nullable Pictures pictures,
        @PlainText(max = 3) String patients,
        @Nullable Boolean nobody,
        List<PatientRule> confirmed) {

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    PeopleForm {
        patients = Objects.requireNonNullElse(patients, "");
        confirmed = confirmed == null
                ? List.of()
                : confirmed.stream().filter(Objects::nonNull).distinct().toList();
    }

    /** The form as it opens. */
    static PeopleForm empty() {
        return new PeopleForm(null, "", null, List.of());
    }

    boolean involved() {
        return patients.equals("yes");
    }

    /**
     * What no annotation can say. It blocks: unless no patient is involved, every line must be confirmed.
     *
     * @param telephone whom to call where a line cannot be confirmed
     */
    void check(String telephone, Errors errors) {
        if (pictures == null && !errors.hasFieldErrors("pictures"))
            errors.rejectValue("pictures", "amplification.pictures.missing");
        if (involved()) {
            if (!confirmed.containsAll(EnumSet.allOf(PatientRule.class)))
                errors.rejectValue("confirmed", "amplification.patients.blocked", new Object[] {telephone}, null);
        } else if (!patients.equals("no")) {
            errors.rejectValue("patients", "amplification.patients.missing");
        } else if (!Boolean.TRUE.equals(nobody)) {
            errors.rejectValue("nobody", "amplification.nobody.missing");
        }
    }

    /** The answer as the request keeps it; the form was checked. */
    PatientAnswer answer() {
        return involved() ? new PatientAnswer(true, EnumSet.copyOf(confirmed)) : PatientAnswer.none();
    }
}
