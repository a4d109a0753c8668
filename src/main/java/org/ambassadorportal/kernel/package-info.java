/**
 * What every room needs and no room owns: typed ids, the base of aggregates, domain errors with their HTTP status,
 * page answers, idempotent submissions, keyset pages, safe CSV, re-encoded images. Every module may use it; it uses
 * none. It has no pages and no words of the domain.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package org.ambassadorportal.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
