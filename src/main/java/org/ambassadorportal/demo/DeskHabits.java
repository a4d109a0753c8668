package org.ambassadorportal.demo;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How the team of the demo likes its desk: the views it saved, and what it put in order. */
@Component
@Profile("local")
class DeskHabits implements Room {

    private final FrontDoor door;
    private final Cast cast;

    DeskHabits(FrontDoor door, Cast cast) {
        this.door = door;
        this.cast = cast;
    }

    @Override
    public void plan(DemoYear year) {
        save(year, 300, "eleanor.fitzgerald", "Late", "/desk?view=open&due=late", true);
        save(year, 240, "eleanor.fitzgerald", "Exceptions to decide", "/desk?view=open&kind=exception", false);
        save(year, 120, "priyanka.rao", "Press", "/desk?view=all&tag=press", true);
        year.at(year.on(10, "fair"), this::shareTrainings);
        // The youngest of the three was asked four days ago: on a Tuesday that is the Friday before, as two days ago
        // is.
        year.at(year.on(1, "World Kidney Day"), () -> tag(year, "kidney-week", "kidney-day", "booked-kidney"));
        save(year, 60, "marcus.bell", "My campaigns", "/desk?view=mine&tag=campaigns", false);
        save(year, 30, "marcus.bell", "Talks to give", "/desk?view=all&kind=talk&status=pending&order=due", false);
    }

    /** Two of the team hold trainings; one of them only half as many. Nothing is given out before somebody asks for it. */
    private void shareTrainings() {
        var form = Form.to("/desk/assignment").with("kind", "training").with("version", 0);
        for (var host : List.of("priyanka.rao", "tomas.herrera"))
            form.with("people", cast.person(host).id()).with("shares", host.startsWith("tomas") ? 50 : 100);
        door.send("hannah.lindqvist", form);
    }

    private void tag(DemoYear year, String... keys) {
        var form = Form.to("/desk/bulk")
                .with("act", "tag")
                .with("tag", "World Kidney Day, spring")
                .with("list", "/desk?view=all&q=kidney")
                .with("seen", keys.length);
        for (var key : keys) form.with("ref", year.reference(key));
        door.send("marcus.bell", form);
    }

    private void save(DemoYear year, int days, String who, String name, String list, boolean shared) {
        var form = Form.to("/desk/views").with("name", name).with("list", list);
        if (shared) form.ticking("shared");
        year.at(year.on(days, name), () -> door.send(who, form));
    }
}
