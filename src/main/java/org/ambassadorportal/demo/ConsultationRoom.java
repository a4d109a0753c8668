package org.ambassadorportal.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Random;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Advice, trainings and talks: what was asked, the time that was found, and what came in between. */
@Component
@Profile("local")
class ConsultationRoom implements Room {

    private static final String KIND = "consultations";

    private final FrontDoor door;
    private final DeskTalk talk;
    private final Cast cast;

    ConsultationRoom(FrontDoor door, DeskTalk talk, Cast cast) {
        this.door = door;
        this.talk = talk;
        this.cast = cast;
    }

    @Override
    public void plan(DemoYear year) {
        DemoTable.read("consultations").forEach(row -> plan(year, row));
    }

    private void plan(DemoYear year, DemoTable.Row row) {
        var key = row.get("key");
        var asker = row.get("asker");
        var asked = year.on(row.number("days"), key);
        year.at(asked, () -> year.remember(key, ask(row, year.day(asked))));
        talk.plan(year, key, KIND, asker, row.get("host"), asked, row.hours("after"));
        var decided = year.later(asked, row.hours("after"));
        switch (row.get("ending")) {
            case "accepted" -> year.at(decided, () -> settle(year, row, asked, "accept"));
            case "accepted-called-off" -> {
                year.at(decided, () -> settle(year, row, asked, "accept"));
                year.at(year.later(decided, 50), () -> answer(year, row, "call-off", ""));
            }
            case "proposed" -> year.at(decided, () -> settle(year, row, asked, "propose"));
            case "proposed-agreed" -> {
                year.at(decided, () -> settle(year, row, asked, "propose"));
                year.at(year.later(decided, 20), () -> answer(year, row, "agree", "That suits us well, thank you."));
            }
            case "proposed-disagreed" -> {
                year.at(decided, () -> settle(year, row, asked, "propose"));
                year.at(
                        year.later(decided, 20),
                        () -> answer(
                                year,
                                row,
                                "disagree",
                                "We are both away that day. Any day of the week after would do."));
            }
            case "declined" ->
                year.at(
                        decided,
                        () -> door.send(
                                row.get("host"),
                                Form.to("/desk/consultations/{ref}/decline", year.reference(key))
                                        .with("reason", row.get("reason"))));
            case "withdrawn" ->
                year.at(decided, () -> door.send(asker, Form.to("/requests/{ref}/withdraw", year.reference(key))));
            default -> {
                // Still waits for the team, or for the requester.
            }
        }
    }

    private String ask(DemoTable.Row row, LocalDate asked) {
        var offering = row.get("offering");
        var path = offering.equals("consultation") ? "/consultations/new" : "/consultations/new/" + offering;
        var who = QuestionRoom.sender(row);
        door.send(
                who,
                QuestionRoom.forWhom(row, Form.to(path))
                        .with("scope", row.has("unit") ? "department" : "self")
                        .with("unit", row.get("unit"))
                        .with("topic", row.get("topic"))
                        .with("words", row.get("words"))
                        .with("audience", row.get("audience"))
                        .with("people", row.get("people"))
                        .with("meeting", row.get("meeting")));
        door.send(
                who,
                where(row, Form.to(path + "/when"))
                        .with("phone", format(row).equals("PHONE") ? row.get("place") : "")
                        .with("day1", wish(row, asked))
                        .with("time1", time(row))
                        .with("day2", DemoYear.onWorkday(wish(row, asked).plusDays(2))));
        return door.ask(who, Form.to(path + "/check"));
    }

    private static Form where(DemoTable.Row row, Form form) {
        return form.with("format", format(row))
                .with("place", format(row).equals("IN_PERSON") ? row.get("place") : "")
                .with("minutes", row.get("minutes"));
    }

    private static String format(DemoTable.Row row) {
        return row.get("format").toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    /** A week or two after it was asked. */
    private static LocalDate wish(DemoTable.Row row, LocalDate asked) {
        return DemoYear.onWorkday(asked.plusDays(7 + chance(row).nextInt(7)));
    }

    private static LocalTime time(DemoTable.Row row) {
        return LocalTime.of(9, 0).plusMinutes(30L * chance(row).nextInt(13));
    }

    private static Random chance(DemoTable.Row row) {
        return new Random(row.get("key").hashCode());
    }

    /** Sets or proposes a time: the one that was wished for, or the day after it. */
    private void settle(DemoYear year, DemoTable.Row row, Instant asked, String verb) {
        var wish = wish(row, year.day(asked));
        var host = row.get("host");
        door.send(
                host,
                where(row, Form.to("/desk/consultations/{ref}/{verb}", year.reference(row.get("key")), verb))
                        .with("day", verb.equals("accept") ? wish : DemoYear.onWorkday(wish.plusDays(1)))
                        .with("time", time(row))
                        .with("host", cast.person(host).id().value())
                        .with(
                                "message",
                                verb.equals("accept")
                                        ? ""
                                        : "On your first day I am away. Would the day after suit you as well?"));
    }

    private void answer(DemoYear year, DemoTable.Row row, String verb, String message) {
        door.send(
                row.get("asker"),
                Form.to("/consultations/{ref}/{verb}", year.reference(row.get("key")), verb)
                        .with("message", message));
    }
}
