/**
 * People, their roles, how they sign in, and who may open which page. Everybody else asks {@link
 * org.ambassadorportal.identity.People} for a person, marks the rules of a service with the annotations of this
 * package, and takes the person of a request through {@link org.ambassadorportal.identity.CurrentPerson}. Campus
 * sign-in has its seam in {@link org.ambassadorportal.identity.Admission}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "organization"})
@NullMarked
package org.ambassadorportal.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
