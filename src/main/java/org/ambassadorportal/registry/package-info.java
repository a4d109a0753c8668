/**
 * The registry of official accounts, of what they were called before, and of accounts that pretend to be ours: who
 * answers for each, who holds access, when that was last confirmed, how it grew. Answers "is this account ours?"
 * ({@link org.ambassadorportal.social.Claims}). Used by the intakes that name an account, by {@code freeze},
 * {@code insights} and {@code demo}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "identity", "identity :: events", "organization", "social", "desk"})
@NullMarked
package org.ambassadorportal.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
