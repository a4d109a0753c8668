/**
 * The policies people work under: each with its versions (text, hash, effective date), and who has acknowledged which
 * version when. A published text never changes; a new version asks everyone again. Used by the rooms in which somebody
 * must agree to a policy.
 */
@ApplicationModule(allowedDependencies = {"kernel", "organization", "identity", "identity :: events"})
@NullMarked
package org.ambassadorportal.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
