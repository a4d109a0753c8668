package org.ambassadorportal.amplification;

/**
 * The rules that protect patients, each to be confirmed before a request that involves them can be sent (FACTS, "Rules
 * that protect people").
 */
enum PatientRule {
    /** A signed release, needed even where the patient is not visible. */
    RELEASE,
    /** No photographs from operating or patient rooms. */
    ROOMS,
    /** No photographs with blood. */
    BLOOD,
    /** No age and no timing of a case that identifies. */
    AGE,
    /** Nothing within a month of care without consent. */
    MONTH,
    /** No record number in the background. */
    RECORD
}
