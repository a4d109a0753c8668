/**
 * The house's front: home, help, the chooser of requests, the shell of every page with its navigation and counts, the
 * freeze banner, and the pages for what fails. Nobody uses it.
 */
@ApplicationModule(allowedDependencies = {"kernel", "organization", "identity", "desk", "ambassador", "freeze"})
@NullMarked
package org.ambassadorportal.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
