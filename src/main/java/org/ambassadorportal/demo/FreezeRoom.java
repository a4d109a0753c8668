package org.ambassadorportal.demo;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.ambassadorportal.organization.UnitKind;
import org.ambassadorportal.social.Platform;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The freeze that is in force, and the exceptions from it in all their states. */
@Component
@Order(3)
@Profile("local")
class FreezeRoom implements Room {

    private static final String KIND = "exceptions";
    private static final int BEGAN = 304;
    private static final List<UnitKind> FROZEN =
            List.of(UnitKind.SERVICE_LINE, UnitKind.DEPARTMENT, UnitKind.DIVISION, UnitKind.PROGRAM, UnitKind.OFFICE);

    private final FrontDoor door;
    private final DeskTalk talk;
    private final Cast cast;
    private final ObjectProvider<RecurringTask<?>> jobs;

    FreezeRoom(FrontDoor door, DeskTalk talk, Cast cast, ObjectProvider<RecurringTask<?>> jobs) {
        this.door = door;
        this.talk = talk;
        this.cast = cast;
        this.jobs = jobs;
    }

    @Override
    public void plan(DemoYear year) {
        year.at(
                year.on(BEGAN, "freeze"),
                () -> door.send(
                        Persona.ADMIN.login(),
                        Form.to("/admin/freeze/windows")
                                .with("kinds", FROZEN)
                                .with("platforms", List.of(Platform.values()))
                                .with("from", year.day(year.on(BEGAN, "freeze")))
                                .with("until", year.today().plusMonths(7))));
        DemoTable.read("exceptions").forEach(row -> plan(year, row));
    }

    private void plan(DemoYear year, DemoTable.Row row) {
        var key = row.get("key");
        var asked = year.on(row.number("days"), key);
        var ending = row.get("ending");
        year.at(asked, () -> year.remember(key, ask(year, row)));
        if (ending.equals("question")) return;
        talk.plan(year, key, KIND, row.get("asker"), row.get("reviewer"), asked, row.hours("reviewed"));
        if (row.has("reviewer")) {
            year.at(year.later(asked, row.hours("reviewed")), () -> review(year.reference(key), row));
        }
        if (row.has("decider")) {
            year.at(year.later(asked, row.hours("decided")), () -> decide(year, row, asked));
        }
        switch (ending) {
            case "withdrawn" -> year.at(year.later(asked, 60), () -> withdraw(year.reference(key), row));
            case "active", "active-soon", "expired", "revoked" -> run(year, row, asked);
            default -> {}
        }
        if (row.has("extended")) extend(year, row, asked);
    }

    private String ask(DemoYear year, DemoTable.Row row) {
        var who = row.get("asker");
        door.send(
                who,
                Form.to("/freeze/exceptions/new")
                        .with("accountName", row.get("account"))
                        .with("platform", row.get("platform"))
                        .with("handle", row.get("handle"))
                        .with("unit", row.get("unit")));
        if (row.get("ending").equals("question")) {
            return door.ask(who, Form.to("/freeze/exceptions/new/question").with("words", row.get("reason")));
        }
        var sponsor = row.get("sponsor");
        door.send(
                who,
                Form.to("/freeze/exceptions/new/case")
                        .with("reason", row.get("reason"))
                        .with("audience", row.get("audience"))
                        .with("sponsorName", cast.member(sponsor).name())
                        .with("sponsorTitle", row.get("sponsorTitle"))
                        .with("sponsorMail", Member.mail(sponsor)));
        var asked = year.day(year.on(row.number("days"), row.get("key")));
        door.send(
                who,
                Form.to("/freeze/exceptions/new/time")
                        .with("from", asked.plusDays(row.number("from")))
                        .with("until", asked.plusDays(row.number("until")))
                        .with(
                                "administrators",
                                row.words("administrators").stream()
                                        .map(Member::mail)
                                        .collect(Collectors.joining("\n")))
                        .with("whom", "me"));
        return door.ask(who, Form.to("/freeze/exceptions/new/check"));
    }

    private void review(String reference, DemoTable.Row row) {
        var verb = switch (row.get("ending")) {
            case "denied", "not-recommended" -> "not-recommend";
            case "queried" -> "ask";
            default -> "recommend";
        };
        door.send(
                row.get("reviewer"),
                Form.to("/desk/exceptions/{ref}/{verb}", reference, verb).with("review", row.get("verdict")));
    }

    private void decide(DemoYear year, DemoTable.Row row, Instant asked) {
        var reference = year.reference(row.get("key"));
        boolean denied = row.get("ending").equals("denied");
        door.send(
                row.get("decider"),
                denied
                        ? Form.to("/admin/freeze/{ref}/deny", reference).with("reason", row.get("why"))
                        : Form.to("/admin/freeze/{ref}/approve", reference)
                                .with("until", year.day(asked).plusDays(row.number("until")))
                                .with("conditions", row.get("conditions")));
    }

    private void withdraw(String reference, DemoTable.Row row) {
        door.send(row.get("asker"), Form.to("/requests/{ref}/withdraw", reference));
    }

    /** The account is made, and later revoked or over. */
    private void run(DemoYear year, DemoTable.Row row, Instant asked) {
        var key = row.get("key");
        double from = Math.max(row.number("from") * 24 + 30, row.hours("decided") + 30);
        year.at(
                year.later(asked, from),
                () -> door.send(
                        row.get("asker"),
                        Form.to("/freeze/exceptions/{ref}/account", year.reference(key))
                                .with("address", address(row))));
        if (row.get("ending").equals("revoked")) {
            year.at(
                    year.later(asked, 160 * 24),
                    () -> door.send(
                            row.get("decider"),
                            Form.to("/admin/freeze/{ref}/revoke", year.reference(key))
                                    .with("why", row.get("why"))));
        }
        if (row.get("ending").equals("expired")) {
            year.at(asked.plus(Duration.ofDays(row.number("until") + 1L)), this::recordExpiries);
        }
    }

    private static String address(DemoTable.Row row) {
        var platform = Platform.ofKey(row.get("platform")).orElseThrow();
        return DemoHandle.address(platform, row.get("handle"));
    }

    private void recordExpiries() {
        jobs.stream()
                .filter(job -> job.getName().equals("freeze-expiry"))
                .forEach(job -> job.executeRecurringly(null, null));
    }

    private void extend(DemoYear year, DemoTable.Row row, Instant asked) {
        var key = row.get("key") + " longer";
        var extended = year.later(asked, row.hours("extended") * 24);
        var until = year.day(asked).plusDays(row.number("later"));
        year.at(
                extended,
                () -> year.remember(
                        key,
                        door.ask(
                                row.get("asker"),
                                Form.to("/freeze/exceptions/{ref}/extend", year.reference(row.get("key")))
                                        .with("until", until)
                                        .with("reason", row.get("extension")))));
        talk.plan(year, key, KIND, row.get("asker"), row.get("reviewer"), extended, 0);
        if (!row.get("extensionEnding").equals("granted")) return;
        year.at(
                year.later(extended, 30),
                () -> door.send(row.get("reviewer"), Form.to("/desk/exceptions/{ref}/recommend", year.reference(key))));
        year.at(
                year.later(extended, 60),
                () -> door.send(
                        row.get("decider"),
                        Form.to("/admin/freeze/{ref}/approve", year.reference(key))
                                .with("until", until)));
    }
}
