package org.ambassadorportal.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ambassadorportal.kernel.CannotStart;
import org.ambassadorportal.organization.When;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty database with a year of a medical center, once. All of it is one transaction: a start that is cut short
 * leaves nothing behind, and the next one begins anew.
 */
// Before whatever else a first start does, because that is part of the year as well.
@Order(Ordered.HIGHEST_PRECEDENCE)
@Component
@Profile("local")
class DemoFill implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoFill.class);

    private final DemoSettings settings;
    private final List<Room> rooms;
    private final MovableClock clock;
    private final When when;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final String mailHost;

    DemoFill(
            DemoSettings settings,
            List<Room> rooms,
            MovableClock clock,
            When when,
            JdbcClient database,
            PlatformTransactionManager transactions,
            @Value("${portal.mail.host:}") String mailHost) {
        this.settings = settings;
        this.rooms = rooms;
        this.clock = clock;
        this.when = when;
        this.database = database;
        this.mailHost = mailHost;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.fill() && empty()) fill(clock.machineTime());
    }

    private boolean empty() {
        return database.sql("select not exists (select from organization_unit)")
                .query(Boolean.class)
                .single();
    }

    /** @param today when the year ends that is played */
    void fill(Instant today) {
        if (!mailHost.isBlank()) {
            throw new CannotStart(
                    "The demo is to be filled in, and its mails of a whole year would be sent through " + mailHost
                            + ".",
                    "Take portal.mail.host away for the first start.");
        }
        LOG.info("Filling in the demo, a year of a medical center. This happens once and takes less than a minute.");
        var begun = clock.machineTime();
        var year = new DemoYear(today, when.zone());
        try {
            rooms.forEach(room -> room.plan(year));
            transaction.executeWithoutResult(status -> year.play(clock, done -> say(done, year.planned())));
        } finally {
            clock.hold(null);
        }
        LOG.info(
                "The demo is filled in: {} steps in {} seconds.",
                year.planned(),
                Duration.between(begun, clock.machineTime()).toSeconds());
    }

    private static void say(int done, int planned) {
        int tenth = Math.max(1, planned / 10);
        if (done % tenth == 0 && done / tenth < 10) LOG.info("  {} percent", done / tenth * 10);
    }
}
