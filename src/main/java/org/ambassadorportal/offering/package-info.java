/**
 * What the comms team offers: consultations for oneself or a department, training, talks at a faculty meeting. An
 * offering says how long, how, by whom, how far ahead and how often; changing it never changes what was booked before.
 * {@code calendar}, {@code consultation}, {@code training}, {@code insights} and {@code demo} may use it.
 */
@ApplicationModule(allowedDependencies = {"kernel", "identity", "organization"})
@NullMarked
package org.ambassadorportal.offering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
