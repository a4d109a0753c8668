package org.ambassadorportal.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Training classes: one that is over, one with a full house and people who wait, two with free seats, one that was
 * canceled. They are announced a term ahead and before the morning rounds, so that nothing else stands in their hosts'
 * way.
 */
@Component
@Profile("local")
class TrainingRoom implements Room {

    private static final LocalTime EARLY = LocalTime.of(7, 30);
    private static final int AHEAD = 75;

    /** @param days how many days from today it takes place; negative ones are past */
    private record Course(
            String key, int days, String title, String about, String host, String format, String place, int seats) {}

    private static final Course FIRST_STEPS = new Course(
            "class-first-steps",
            -23,
            "First steps with a profile of your own",
            "For everybody who has thought about it and has not begun. We choose a network, write the first lines about"
                    + " ourselves, and find ten people worth reading. You leave with a profile that you can show.",
            "hannah.lindqvist",
            "IN_PERSON",
            "Medical Library, Room 2140",
            14);
    private static final Course COMMENTS = new Course(
            "class-comments",
            9,
            "Answering hard comments",
            "Some comments are unkind, some are wrong, and some come from a patient. We practice on real ones: what to"
                    + " answer, what to leave, what to hand on, and what never to say in public.",
            "priyanka.rao",
            "IN_PERSON",
            "Medical Library, Room 2140",
            6);
    private static final Course PICTURES = new Course(
            "class-pictures",
            17,
            "Pictures without patients",
            "A good picture needs no patient in it. We look at what works instead, what a release is for, and how to"
                    + " describe a picture for those who do not see it.",
            "marcus.bell",
            "VIDEO",
            "https://video.hospital.test/pictures",
            20);
    private static final Course PAPERS = new Course(
            "class-papers",
            31,
            "Your paper in five posts",
            "Bring a paper of yours. We find the sentence that matters, say it without jargon, and plan five posts that"
                    + " lead to it.",
            "hannah.lindqvist",
            "VIDEO",
            "",
            16);
    private static final Course VIDEOS = new Course(
            "class-videos",
            13,
            "Short videos with your phone",
            "Light, sound, and one thought: a minute is enough.",
            "tomas.herrera",
            "IN_PERSON",
            "Auditorium B",
            10);

    private final FrontDoor door;
    private final Cast cast;

    TrainingRoom(FrontDoor door, Cast cast) {
        this.door = door;
        this.cast = cast;
    }

    @Override
    public void plan(DemoYear year) {
        var came = List.of(
                "siobhan.osullivan",
                "kwame.mensah",
                "zeynep.celik",
                "deshawn.parker",
                "petra.dvorakova",
                "thomas.begay",
                "emma.johansson");
        var stayedAway = List.of("naomi.feldman", "bao.tran");
        announce(year, FIRST_STEPS);
        come(year, FIRST_STEPS, 40, "seat", came);
        come(year, FIRST_STEPS, 38, "seat", stayedAway);
        var noted = day(year, FIRST_STEPS).atTime(11, 0).atZone(year.zone()).toInstant();
        year.at(noted, () -> note(year, came));

        announce(year, COMMENTS);
        come(
                year,
                COMMENTS,
                21,
                "seat",
                List.of(
                        "amina.yusuf",
                        "lakshmi.venkataraman",
                        "grace.thornton",
                        "lukasz.wisniewski",
                        "yael.ben-david",
                        "lily.kealoha"));
        come(year, COMMENTS, 12, "waiting", List.of("ruth.abramson", "xiaoyu.lin", "ingrid.halvorsen"));

        announce(year, PICTURES);
        come(
                year,
                PICTURES,
                9,
                "seat",
                List.of("suryani", "haruka.sato", "ioana.stefanescu", "margaret.dunne", "amina.yusuf"));

        announce(year, PAPERS);

        announce(year, VIDEOS);
        come(year, VIDEOS, 15, "seat", List.of("elif.yildirim", "vikram.desai"));
        year.at(
                year.on(6, VIDEOS.key()),
                () -> door.send(
                        VIDEOS.host(),
                        Form.to("/desk/classes/{id}/cancel", year.reference(VIDEOS.key()))
                                .with("reason", "Our cameras are being repaired. We announce it anew in spring.")));
    }

    private void announce(DemoYear year, Course course) {
        year.at(
                year.on(AHEAD - course.days(), course.key()),
                () -> year.remember(course.key(), id(door.send(course.host(), form(year, course)))));
    }

    private Form form(DemoYear year, Course course) {
        return Form.to("/desk/classes")
                .with("offering", "0193f000-0000-7000-8000-000000000003")
                .with("title", course.title())
                .with("about", course.about())
                .with("day", day(year, course))
                .with("time", EARLY)
                .with("minutes", 60)
                .with("host", cast.person(course.host()).id().value())
                .ticking("outside")
                .with("format", course.format())
                .with("place", course.place())
                .with("seats", course.seats());
    }

    private static LocalDate day(DemoYear year, Course course) {
        return DemoYear.onWorkday(year.today().plusDays(course.days()));
    }

    /** Where the portal leads after a class was announced: to its page. */
    private static String id(String next) {
        return next.substring(next.lastIndexOf('/') + 1);
    }

    private void come(DemoYear year, Course course, int daysAgo, String verb, List<String> people) {
        people.forEach(login -> year.at(
                year.on(daysAgo, login),
                () -> door.send(login, Form.to("/training/{id}/{verb}", year.reference(course.key()), verb))));
    }

    private void note(DemoYear year, List<String> came) {
        door.send(
                FIRST_STEPS.host(),
                Form.to("/desk/classes/{id}/attendance", year.reference(FIRST_STEPS.key()))
                        .with(
                                "came",
                                came.stream()
                                        .map(login -> cast.person(login).id().value())
                                        .toList()));
    }
}
