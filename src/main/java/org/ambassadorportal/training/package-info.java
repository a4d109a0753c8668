/**
 * Training classes: a day with seats, a waiting list that fills what is given back, who came. A seat is no item of the
 * desk: one takes it without asking anybody. Groups who want us to come to them ask at {@code consultation}.
 * {@code site}, {@code insights} and {@code demo} may use it.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "organization", "identity", "identity :: events", "offering", "calendar"})
@NullMarked
package org.ambassadorportal.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
