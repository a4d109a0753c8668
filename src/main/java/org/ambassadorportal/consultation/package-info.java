/**
 * Consultations for oneself or one's department, trainings for a group, talks at a faculty meeting: what was asked,
 * and the booking that comes of it. Used by insights and demo; tells the desk what came in and when it is settled.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "organization",
            "identity",
            "identity :: events",
            "registry",
            "desk",
            "offering",
            "calendar"
        })
@NullMarked
package org.ambassadorportal.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
