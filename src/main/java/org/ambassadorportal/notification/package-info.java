/**
 * Mail: an outbox that is written in the transaction of whoever has something to say (an event that carries letters),
 * and a job that sends it later, over hours if it must. Nobody uses this module; it listens, and has a page for
 * admins on what was sent, what waits and what failed.
 */
@ApplicationModule(allowedDependencies = {"kernel", "organization", "identity", "identity :: events"})
@NullMarked
package org.ambassadorportal.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
