/**
 * Getting a story or an event out through an official account that exists: what was asked, the patient checklist that
 * must be confirmed before anything is sent, where it ran. Used by insights and demo; tells ambassador's pages what of
 * a person was amplified.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "organization",
            "identity",
            "identity :: events",
            "social",
            "registry",
            "ambassador",
            "desk"
        })
@NullMarked
package org.ambassadorportal.amplification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
