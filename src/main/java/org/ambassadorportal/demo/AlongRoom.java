package org.ambassadorportal.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the team moves along beside answering: a question asked twice is merged, one is put aside, one is watched. */
@Component
@Profile("local")
class AlongRoom implements Room {

    private static final String JOURNALIST = "journalist";
    private static final String AGAIN = "journalist-again";
    private static final String NAME = "name-change";

    private final FrontDoor door;

    AlongRoom(FrontDoor door) {
        this.door = door;
    }

    @Override
    public void plan(DemoYear year) {
        var again = year.on(1, AGAIN);
        year.at(
                again,
                () -> year.remember(
                        AGAIN,
                        door.ask(
                                "kwame.mensah",
                                Form.to("/requests/new/question")
                                        .with("whom", "me")
                                        .with("title", "The journalist, once more")
                                        .with("words", "Did my question reach you? The paper waits for my answer."))));
        year.at(year.later(again, 1), () -> {
            var into = year.reference(JOURNALIST);
            door.send("marcus.bell", to("watch", into).with("who", "me"));
            door.send("hannah.lindqvist", to("merge", year.reference(AGAIN)).with("into", into));
        });
        var day = year.today().plusDays(14).toString();
        year.at(
                year.later(year.on(2, NAME), 1),
                () -> door.send(
                        "tomas.herrera",
                        to("status", year.reference(NAME))
                                .with("stand", "ASIDE")
                                .with("wakeDay", day)));
    }

    private static Form to(String verb, String reference) {
        return Form.to("/desk/question/{ref}/" + verb, reference);
    }
}
