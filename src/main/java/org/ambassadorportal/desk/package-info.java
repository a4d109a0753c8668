/**
 * Everything that comes in, whatever its kind: reference, who asked, who has it, where it stands, what was said. An
 * intake hands its requests over with {@link org.ambassadorportal.desk.Desk} and shows its own part of them through a
 * {@link org.ambassadorportal.desk.Kind}; the desk knows no intake. Intakes, {@code site}, {@code insights} and
 * {@code demo} may use it; {@code audit} and {@code notification} hear its events.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "identity", "identity :: events", "organization", "organization :: events"})
@NullMarked
package org.ambassadorportal.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
