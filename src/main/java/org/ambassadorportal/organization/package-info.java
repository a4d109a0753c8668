/**
 * The organization's own facts (name, department, telephone, mail, mail domains, zone, business hours, holidays) and
 * its units as a tree. Every module may use it; it uses the kernel alone, so its rules are written as plain
 * expressions and its events carry no person.
 */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package org.ambassadorportal.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
