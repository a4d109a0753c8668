package org.ambassadorportal.freeze;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When a verb happens: the instant for the records, and the day it is for the organization, by which exceptions begin
 * and end. Around midnight, and around the hours that a change of clocks adds or takes away, only the zone tells.
 */
record Now(Instant at, LocalDate today) {}
