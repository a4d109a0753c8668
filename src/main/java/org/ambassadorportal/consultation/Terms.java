package org.ambassadorportal.consultation;

import org.jspecify.annotations.Nullable;

/**
 * What the team sets or proposes.
 *
 * @param why why it goes to its host; {@code null} where the team chose
 * @param outsideHours whether the team knowingly set it outside of the host's hours
 */
record Terms(Slot slot, @Nullable Why why, boolean outsideHours) {}
