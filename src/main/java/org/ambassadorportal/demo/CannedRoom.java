package org.ambassadorportal.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the team wrote once to use often. */
@Component
@Profile("local")
class CannedRoom implements Room {

    private static final int DAYS_AGO = 200;

    private final FrontDoor door;
    private final JdbcClient database;

    CannedRoom(FrontDoor door, JdbcClient database) {
        this.door = door;
        this.database = database;
    }

    /** What stands behind its name in the composer. */
    String id(String title) {
        return database.sql("select id from desk_canned where title = ?")
                .param(title)
                .query(String.class)
                .single();
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
