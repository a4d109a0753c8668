package org.ambassadorportal.calendar;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something in the team's calendar, cut to the day it is shown on.
 *
 * @param look "hold", "booking", "talk", "class", "block", or "busy" for what the host's own calendar says
 * @param title empty for busy time, which says nothing of itself
 * @param path the page of the desk that it leads to
 * @param block the block, if it is one and can be removed
 * @param row the quarter of an hour in the picture at which it begins, from 1
 * @param rows how many quarters it takes
 */
record CalendarEntry(
        String look,
        Instant starts,
        Instant ends,
        String title,
        @Nullable String path,
        @Nullable UUID block,
        @Nullable Instant expires,
        int row,
        int rows) {}
