/**
 * Makes `mvn spring-boot:run` a portal to look at: a PostgreSQL that starts inside, a clock that can be moved, people
 * and a year of their work, one-click sign-in. It may use every module, nobody uses it, and it is left out of the
 * packaged jar.
 */
@ApplicationModule
@NullMarked
package org.ambassadorportal.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
