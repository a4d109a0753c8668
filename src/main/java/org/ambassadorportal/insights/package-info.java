/**
 * Figures and charts over what the other modules let it query; it has no tables of its own. Only {@code site} and
 * {@code demo} may use it.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "organization", "identity", "desk", "ambassador", "consultation", "freeze"})
@NullMarked
package org.ambassadorportal.insights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
