package org.ambassadorportal.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Questions to the team, by form and by telephone. */
@Component
@Profile("local")
class QuestionRoom implements Room {

    private static final String KIND = "questions";
    private static final String NEWEST = "captions";

    private final FrontDoor door;
    private final DeskTalk talk;
    private final CannedRoom canned;

    QuestionRoom(FrontDoor door, DeskTalk talk, CannedRoom canned) {
        this.door = door;
        this.talk = talk;
        this.canned = canned;
    }

    @Override
    public void plan(DemoYear year) {
        DemoTable.read("questions").forEach(row -> plan(year, row));
        // Somebody has begun to answer the newest one, and was called away.
        year.at(year.later(year.on(0, NEWEST), 1), () -> begin(year.reference(NEWEST)));
    }

    private void plan(DemoYear year, DemoTable.Row row) {
        var key = row.get("key");
        var asker = row.get("asker");
        var asked = year.on(row.number("days"), key);
        year.at(asked, () -> year.remember(key, ask(row)));
        talk.plan(year, key, KIND, asker, row.get("host"), asked, row.hours("after"));
        if (row.get("ending").equals("answered")) {
            year.at(year.later(asked, row.hours("after")), () -> answer(year.reference(key), row));
        }
    }

    private String ask(DemoTable.Row row) {
        return door.ask(
                sender(row),
                forWhom(row, Form.to("/requests/new/question"))
                        .with("title", row.get("title"))
                        .with("words", row.get("words")));
    }

    /** Whoever sends the form: the asker, or somebody who took their call. */
    static String sender(DemoTable.Row row) {
        return row.has("entered") ? row.get("entered") : row.get("asker");
    }

    /** Answers the desk's question for whom one asks. */
    static Form forWhom(DemoTable.Row row, Form form) {
        return row.has("entered")
                ? form.with("whom", "colleague").with("colleague", Member.mail(row.get("asker")))
                : form.with("whom", "me");
    }

    private void begin(String reference) {
        door.send(
                Persona.COMMS.login(),
                Form.to("/desk/{kind}/{ref}/draft", KIND, reference)
                        .with("words", "Hello,\n\nthere are **two** that we like:\n\n- "));
    }

    private void answer(String reference, DemoTable.Row row) {
        door.reply(
                row.get("host"),
                Form.to("/desk/{kind}/{ref}/reply", KIND, reference)
                        .with("words", row.get("answer"))
                        .with("canned", row.has("canned") ? canned.id(row.get("canned")) : "")
                        .with("then", "answered"));
    }
}
