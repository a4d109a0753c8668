package org.ambassadorportal.notification;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.ambassadorportal.kernel.Total;

/**
 * How many mails stand where.
 *
 * @param oldest for how long the oldest has waited
 */
record MailCounts(Total all, Total waiting, Total delivered, Total caught, Total failed, Duration oldest) {

    /** A state and how many mails are in it. */
    record Tab(MailState state, Total total) {}

    /** The states that mails are in; those that only some portals know are left out where nothing is in them. */
    public List<Tab> tabs() {
        return Stream.of(
                        new Tab(MailState.WAITING, waiting),
                        new Tab(MailState.FAILED, failed),
                        new Tab(MailState.DELIVERED, delivered),
                        new Tab(MailState.CAUGHT, caught))
                .filter(tab -> tab.state() != MailState.CAUGHT || !caught.none())
                .toList();
    }
}
