/**
 * Who did what, when: one row for every domain event, in its own transaction, in a chain of hashes that shows edits
 * and cut tails. Nobody uses this module; it listens, and has a page for admins. Its rows hold ids, verbs, names of
 * fields and times, so that a person can be erased while the trail stays whole.
 */
@ApplicationModule(allowedDependencies = {"kernel", "organization", "identity"})
@NullMarked
package org.ambassadorportal.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
