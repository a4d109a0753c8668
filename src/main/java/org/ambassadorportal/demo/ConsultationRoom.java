package org.ambassadorportal.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.ambassadorportal.calendar.Demand;
import org.ambassadorportal.calendar.FreeTime;
import org.ambassadorportal.calendar.TeamCalendar;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.offering.Offered;
import org.ambassadorportal.offering.OfferingKind;
import org.ambassadorportal.offering.Offerings;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Advice, trainings and talks: what was asked, the time that was found, and what came in between. */
@Component
@Order(50)
@Profile("local")
class ConsultationRoom implements Room {

    private static final String KIND = "consultations";
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("EEEE, MMMM d,", Locale.US);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final ZoneId ZONE = ZoneId.of("America/Detroit");

    /** What came of it, by what was asked for. */
    private static final Map<String, List<String>> AGREED = Map.of(
            "consultation",
            List.of(
                    "Two posts a month to begin with, and nothing about single patients, not even in thanks.",
                    "The page stays until the summer; its readers are led to three personal profiles meanwhile.",
                    "A shorter description of who you are, and a picture in which one sees your face."),
            "training",
            List.of(
                    "Everybody wrote a first post. Three of the group want to be ambassadors.",
                    "The group meets once a month to read each other’s drafts."),
            "talk",
            List.of(
                    "Six people asked how to enroll. The slides are with the chair’s office.",
                    "The faculty would like a training for those who begin."));

    private static final List<String> MORE = List.of(
            "",
            "More examples from people in my field.",
            "",
            "A checklist that I can keep.",
            "",
            "A little more time.");
    private static final List<String> HELPED =
            List.of("VERY", "VERY", "SOMEWHAT", "VERY", "SOMEWHAT", "VERY", "LITTLE", "VERY", "SOMEWHAT", "NOT");

    private final FrontDoor door;
    private final DeskTalk talk;
    private final Cast cast;
    private final TeamCalendar calendar;
    private final Offerings offerings;

    ConsultationRoom(FrontDoor door, DeskTalk talk, Cast cast, TeamCalendar calendar, Offerings offerings) {
        this.door = door;
        this.talk = talk;
        this.cast = cast;
        this.calendar = calendar;
        this.offerings = offerings;
    }

    @Override
    public void plan(DemoYear year) {
        DemoTable.read("consultations").forEach(row -> plan(year, row));
    }

    private void plan(DemoYear year, DemoTable.Row row) {
        var key = row.get("key");
        var asker = row.get("asker");
        var asked = year.on(row.number("days"), key);
        if (row.get("ending").startsWith("booked")) {
            booked(year, row, asked);
            return;
        }
        year.at(asked, () -> year.remember(key, ask(row, year.day(asked))));
        talk.plan(year, key, KIND, asker, row.get("host"), asked, row.hours("after"));
        var decided = year.later(asked, row.hours("after"));
        switch (row.get("ending")) {
            case "accepted", "accepted-missed" -> year.at(decided, () -> settle(year, row, asked, "accept"));
            case "accepted-canceled" -> {
                year.at(decided, () -> settle(year, row, asked, "accept"));
                year.at(
                        year.later(decided, 40),
                        () -> door.send(
                                row.get("host"),
                                Form.to("/desk/consultations/{ref}/cancel", year.reference(key))
                                        .with("reason", row.get("reason"))));
            }
            case "accepted-called-off" -> {
                year.at(decided, () -> settle(year, row, asked, "accept"));
                year.at(
                        year.later(decided, 50),
                        () -> answer(
                                year, row, row.get("offering").equals("consultation") ? "cancel" : "call-off", ""));
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

    /** Booked at once; now and then moved or canceled a day later. */
    private void booked(DemoYear year, DemoTable.Row row, Instant asked) {
        var key = row.get("key");
        year.at(asked, () -> year.remember(key, book(year, row, asked)));
        var after = year.later(asked, 24);
        switch (row.get("ending")) {
            case "booked-moved" -> year.at(after, () -> move(year, row, asked));
            case "booked-canceled" ->
                year.at(
                        after,
                        () -> door.send(
                                QuestionRoom.sender(row), Form.to("/consultations/{ref}/cancel", year.reference(key))));
            default -> {
                // Stands as it was booked.
            }
        }
    }

    private void move(DemoYear year, DemoTable.Row row, Instant asked) {
        var who = QuestionRoom.sender(row);
        var kind = row.has("unit") ? OfferingKind.DEPARTMENT : OfferingKind.ONESELF;
        var offered = door.by(who, () -> offerings.active(kind).getFirst());
        var demand = Demand.of(offered, minutes(row, offered), Format.valueOf(format(row)));
        var from = wish(row, year.day(asked))
                .plusDays(3)
                .atTime(time(row))
                .atZone(ZONE)
                .toInstant();
        var free = door.by(who, () -> calendar.next(demand, from, 1, null));
        door.send(
                who,
                Form.to("/consultations/{ref}/move", year.reference(row.get("key")))
                        .with("starts", free.getFirst().starts()));
    }

    private String ask(DemoTable.Row row, LocalDate asked) {
        return row.get("offering").equals("consultation") ? inWords(row, asked) : group(row, asked);
    }

    /** A consultation for which no free time suited. */
    private String inWords(DemoTable.Row row, LocalDate asked) {
        var who = QuestionRoom.sender(row);
        answer(row);
        door.send(
                who,
                Form.to("/consultations/new/wishes")
                        .with(
                                "times",
                                "%s at %s, or two days later"
                                        .formatted(WORDS.format(wish(row, asked)), CLOCK.format(time(row)))));
        return door.ask(who, Form.to("/consultations/new/check"));
    }

    /** A consultation at the first free time that suits. */
    private String book(DemoYear year, DemoTable.Row row, Instant asked) {
        var who = QuestionRoom.sender(row);
        var offered = answer(row);
        var demand = Demand.of(offered, minutes(row, offered), Format.valueOf(format(row)));
        var from = wish(row, year.day(asked)).atTime(time(row)).atZone(ZONE).toInstant();
        var free = door.by(who, () -> calendar.next(demand, from, 1, null));
        door.send(
                who,
                Form.to("/consultations/new/time")
                        .with("starts", free.getFirst().starts()));
        var reference = door.ask(who, Form.to("/consultations/new/check"));
        if (row.get("ending").equals("booked"))
            afterwards(year, row, free.getFirst().starts().plus(demand.length()));
        return reference;
    }

    /** The first two pages. */
    private Offered answer(DemoTable.Row row) {
        var who = QuestionRoom.sender(row);
        var kind = row.has("unit") ? OfferingKind.DEPARTMENT : OfferingKind.ONESELF;
        var offered = door.by(who, () -> offerings.active(kind).getFirst());
        door.send(
                who,
                QuestionRoom.forWhom(row, Form.to("/consultations/new"))
                        .with("offering", offered.id())
                        .with("unit", row.get("unit"))
                        .with("guests", row.get("audience").replace("; ", "\n")));
        door.send(
                who,
                Form.to("/consultations/new/about")
                        .with("topic", row.get("topic"))
                        .with("words", row.get("words"))
                        .with("format", format(row))
                        .with("phone", format(row).equals("PHONE") ? row.get("place") : "")
                        .with("place", format(row).equals("IN_PERSON") ? row.get("place") : "")
                        .with("minutes", minutes(row, offered)));
        return offered;
    }

    private static int minutes(DemoTable.Row row, Offered offered) {
        int wanted = row.number("minutes");
        return offered.lengths().contains(wanted) ? wanted : offered.lengths().getFirst();
    }

    private String group(DemoTable.Row row, LocalDate asked) {
        var path = "/consultations/new/" + row.get("offering");
        var who = QuestionRoom.sender(row);
        door.send(
                who,
                QuestionRoom.forWhom(row, Form.to(path))
                        .with("unit", row.get("unit"))
                        .with("topic", row.get("topic"))
                        .with("words", row.get("words"))
                        .with("audience", row.get("audience"))
                        .with("people", row.get("people"))
                        .with("meeting", row.get("meeting")));
        door.send(
                who,
                where(row, Form.to(path + "/when"))
                        .with("day1", wish(row, asked))
                        .with("time1", time(row))
                        .with("day2", DemoYear.onWorkday(wish(row, asked).plusDays(2)))
                        .with("time2", time(row)));
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

    /** Sets or offers a time of the host: the one that was wished for if the host is free, or the next. */
    private void settle(DemoYear year, DemoTable.Row row, Instant asked, String verb) {
        var wish = wish(row, year.day(asked));
        var host = row.get("host");
        var day = verb.equals("accept") ? wish : DemoYear.onWorkday(wish.plusDays(1));
        var from = verb.equals("accept") ? day.atTime(time(row)) : day.atTime(8, 0);
        var starts = free(row, host, from.atZone(ZONE).toInstant());
        door.send(
                host,
                where(row, Form.to("/desk/consultations/{ref}/{verb}", year.reference(row.get("key")), verb))
                        .with("starts", starts)
                        .with("host", cast.person(host).id().value())
                        .with("agreed", true)
                        .with(
                                "message",
                                verb.equals("accept")
                                        ? ""
                                        : "On your first day I am away. Would this one suit you as well?"));
        if (row.get("ending").equals("accepted")
                || row.get("ending").equals("accepted-missed")
                || row.get("ending").equals("proposed-agreed"))
            afterwards(year, row, starts.plus(Duration.ofMinutes(row.number("minutes"))));
    }

    /** The first time from a moment on at which the host is free. */
    private Instant free(DemoTable.Row row, String host, Instant from) {
        return AsSystem.call(() -> {
            var kind = switch (row.get("offering")) {
                case "talk" -> OfferingKind.TALK;
                case "training" -> OfferingKind.TRAINING;
                default -> row.has("unit") ? OfferingKind.DEPARTMENT : OfferingKind.ONESELF;
            };
            var demand = Demand.of(
                            offerings.active(kind).getFirst(), row.number("minutes"), Format.valueOf(format(row)))
                    .byTheTeam()
                    .every(Duration.ofMinutes(30))
                    .by(cast.person(host).id());
            var day = from.atZone(ZONE).toLocalDate();
            return calendar.free(demand, day, day.plusDays(20), ZONE, null).stream()
                    .map(FreeTime::starts)
                    .filter(starts -> !starts.isBefore(from))
                    .findFirst()
                    .orElseThrow();
        });
    }

    /** What came of it is written down, and most guests say whether it helped. */
    private void afterwards(DemoYear year, DemoTable.Row row, Instant end) {
        if (!year.isOver(end)) return;
        var key = row.get("key");
        var said = year.later(end, 2 + chance(row).nextInt(20));
        if (row.get("ending").equals("accepted-missed")) {
            year.at(
                    said,
                    () -> door.send(
                            row.get("host"), Form.to("/desk/consultations/{ref}/no-show", year.reference(key))));
            return;
        }
        int which = Math.floorMod(key.hashCode(), 1000);
        var agreed = AGREED.getOrDefault(row.get("offering"), List.of(""));
        year.at(
                said,
                () -> door.send(
                        row.get("host"),
                        Form.to("/desk/consultations/{ref}/done", year.reference(key))
                                .with("agreed", agreed.get(which % agreed.size()))
                                .with("nextStep", which % 2 == 0 ? "We look at it together in three months." : "")
                                .with("materials", which % 3 == 0 ? "The slides and the checklist" : "")
                                .with("attended", row.has("people") ? row.number("people") * 4 / 5 : null)));
        if (which % 5 == 4) return;
        year.at(
                year.later(said, 20),
                () -> door.send(
                        row.get("asker"),
                        Form.to("/consultations/{ref}/feedback", year.reference(key))
                                .with("helped", HELPED.get(which % HELPED.size()))
                                .with("more", MORE.get(which % MORE.size()))));
    }

    private void answer(DemoYear year, DemoTable.Row row, String verb, String message) {
        door.send(
                row.get("asker"),
                Form.to("/consultations/{ref}/{verb}", year.reference(row.get("key")), verb)
                        .with("message", message));
    }
}
