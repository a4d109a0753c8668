package org.ambassadorportal.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the team wrote once to use often. */
@Component
@Profile("local")
class CannedRoom implements Room {

    private static final int DAYS_AGO = 200;

    private final FrontDoor door;

    CannedRoom(FrontDoor door) {
        this.door = door;
    }

    @Override
    public void plan(DemoYear year) {
        for (var row : DemoTable.read("canned")) {
            var form = Form.to("/desk/canned")
                    .with("title", row.get("title"))
                    .with("words", row.get("words"))
                    .with("shared", row.get("shared"));
            year.at(year.on(DAYS_AGO, row.get("title")), () -> door.send(row.get("owner"), form));
        }
    }
}
