package org.ambassadorportal.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.ambassadorportal.registry.AccountId;
import org.ambassadorportal.social.Platform;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Stories and events that an official account was asked to pass on, and where they ran. */
@Component
@Profile("local")
class AmplificationRoom implements Room {

    private static final String KIND = "amplifications";
    private static final String ASK = "/amplifications/new";
    private static final List<String> CHECKLIST = List.of("RELEASE", "ROOMS", "BLOOD", "AGE", "MONTH", "RECORD");

    private final FrontDoor door;
    private final DeskTalk talk;
    private final Cast cast;
    private final RegistryRoom accounts;

    AmplificationRoom(FrontDoor door, DeskTalk talk, Cast cast, RegistryRoom accounts) {
        this.door = door;
        this.talk = talk;
        this.cast = cast;
        this.accounts = accounts;
    }

    @Override
    public void plan(DemoYear year) {
        DemoTable.read("amplifications").forEach(row -> plan(year, row));
    }

    private void plan(DemoYear year, DemoTable.Row row) {
        var key = row.get("key");
        var asked = year.on(row.number("days"), key);
        year.at(asked, () -> year.remember(key, ask(year, row, asked)));
        talk.plan(year, key, KIND, row.get("asker"), row.get("host"), asked, row.hours("after"));
        var decided = year.later(asked, row.hours("after"));
        switch (row.get("ending")) {
            case "accepted" -> year.at(decided, () -> accept(year, row, asked));
            case "ran" -> {
                year.at(decided, () -> accept(year, row, asked));
                var ran = year.later(asked, 24 * row.hours("ran") + 5);
                year.at(ran, () -> noteRun(year, row, year.day(ran)));
            }
            case "declined" ->
                year.at(
                        decided,
                        () -> door.send(
                                row.get("host"),
                                Form.to("/desk/amplifications/{ref}/decline", year.reference(key))
                                        .with("reason", row.get("reason"))));
            case "withdrawn" ->
                year.at(
                        decided,
                        () -> door.send(row.get("asker"), Form.to("/requests/{ref}/withdraw", year.reference(key))));
            default -> {
                // Still waits for the team.
            }
        }
    }

    private String ask(DemoYear year, DemoTable.Row row, Instant asked) {
        var who = QuestionRoom.sender(row);
        door.send(
                who,
                QuestionRoom.forWhom(row, Form.to(ASK))
                        .with("subject", capitals(row.get("subject")))
                        .with("title", row.get("title"))
                        .with("link", row.get("link"))
                        .with("text", row.get("text")));
        var help = row.words("help").stream().map(AmplificationRoom::capitals).toList();
        door.send(
                who,
                Form.to(ASK + "/where")
                        .with("day", day(year, row, asked))
                        .with("accounts", account(year, row))
                        .with("help", help)
                        .with("repost", help.contains("REPOST") ? post(who) : "")
                        .with(
                                "ambassadors",
                                aboutAmbassador(row) ? cast.member(who).name() : ""));
        door.send(who, patients(row, Form.to(ASK + "/people").with("pictures", capitals(row.get("pictures")))));
        return door.ask(who, Form.to(ASK + "/check").ticking("looked"));
    }

    private static Form patients(DemoTable.Row row, Form form) {
        return row.get("patients").equals("yes")
                ? form.with("patients", "yes").with("confirmed", CHECKLIST)
                : form.with("patients", "no").ticking("nobody");
    }

    private static LocalDate day(DemoYear year, DemoTable.Row row, Instant asked) {
        return DemoYear.onWorkday(year.day(asked).plusDays(row.number("in")));
    }

    /** Whoever asked is an ambassador by then, and it is about their own work. */
    private static boolean aboutAmbassador(DemoTable.Row row) {
        return Enrollee.called(row.get("asker"))
                .filter(enrollee -> enrollee.state().equals("published"))
                .filter(enrollee -> enrollee.since() > row.number("days") + 6)
                .isPresent();
    }

    /** The ambassador's own post, which is to be reposted. */
    private static String post(String login) {
        var enrollee = Enrollee.called(login).orElseThrow();
        var platform = enrollee.platforms().getFirst();
        return DemoHandle.post(platform, enrollee.handle(platform), login.hashCode());
    }

    private AccountId account(DemoYear year, DemoTable.Row row) {
        return accounts.id(year, row.get("account"), platform(row));
    }

    /** One of the platforms the account is on. */
    private Platform platform(DemoTable.Row row) {
        var channels = accounts.platforms(row.get("account"));
        return channels.get(new Random(row.get("key").hashCode()).nextInt(Math.min(3, channels.size())));
    }

    private void accept(DemoYear year, DemoTable.Row row, Instant asked) {
        door.send(
                row.get("host"),
                Form.to("/desk/amplifications/{ref}/accept", year.reference(row.get("key")))
                        .with("account", account(year, row))
                        .with("day", day(year, row, asked)));
    }

    private void noteRun(DemoYear year, DemoTable.Row row, LocalDate ranOn) {
        var handle = accounts.handle(row.get("account"), platform(row));
        door.send(
                row.get("host"),
                Form.to("/desk/amplifications/{ref}/ran", year.reference(row.get("key")))
                        .with("account", account(year, row))
                        .with(
                                "link",
                                DemoHandle.post(
                                        platform(row), handle, row.get("key").hashCode()))
                        .with("ranOn", ranOn));
    }

    private static String capitals(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
