package org.ambassadorportal.amplification;

import java.util.EnumSet;
import java.util.Set;
import org.ambassadorportal.kernel.Refusal;

/**
 * What the sender answered about patients: either none is involved, which is confirmed, or every line of the checklist
 * is. There is no third way.
 *
 * @param involved whether patients or their stories are in it
 * @param confirmed the lines that were confirmed
 */
record PatientAnswer(boolean involved, Set<PatientRule> confirmed) {

    PatientAnswer {
        confirmed = Set.copyOf(confirmed);
        if (involved && !confirmed.containsAll(EnumSet.allOf(PatientRule.class)))
            throw new Refusal("confirmed", "amplification.patients.blocked");
    }

    static PatientAnswer none() {
        return new PatientAnswer(false, Set.of());
    }
}
