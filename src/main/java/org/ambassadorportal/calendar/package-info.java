/**
 * The comms team's time: when its hosts are there, what takes their time, and the one place that counts what is free.
 * Bookings, holds, talks, classes and blocks all stand in one table, in which no two of a host's can overlap, whatever
 * happens. {@code consultation}, {@code training}, {@code insights} and {@code demo} may use it; it knows none of them:
 * whoever takes a time gives it a title and the page it leads to.
 */
@ApplicationModule(allowedDependencies = {"kernel", "organization", "identity", "identity :: events", "offering"})
@NullMarked
package org.ambassadorportal.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
