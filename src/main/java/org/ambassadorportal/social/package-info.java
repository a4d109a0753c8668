/**
 * Platforms, handles and profile addresses: reads what a person pasted, and gives its one canonical form.
 * Pure values without tables or beans; every module may use it, and it uses nobody but the kernel.
 * Who holds an address is answered behind {@link org.ambassadorportal.social.Claims}, by the modules that keep such lists.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.ambassadorportal.social;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
