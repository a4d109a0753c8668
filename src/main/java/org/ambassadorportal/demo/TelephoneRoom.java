package org.ambassadorportal.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What reached the team by telephone and by mail, and was written down for whoever asked. */
@Component
@Profile("local")
class TelephoneRoom implements Room {

    /** @param host who wrote it down */
    private record Call(String key, int days, String way, String asker, String host, String kind, Said said) {}

    private record Said(String title, String words) {}

    private final FrontDoor door;

    TelephoneRoom(FrontDoor door) {
        this.door = door;
    }

    @Override
    public void plan(DemoYear year) {
        plan(
                year,
                new Call(
                        "told-talk",
                        2,
                        "PHONE",
                        "david.goldstein",
                        "marcus.bell",
                        "talk",
                        new Said(
                                "Social media at the department meeting",
                                "He called: twenty minutes at the January meeting, about 60 people. He looks for the date.")));
        plan(
                year,
                new Call(
                        "told-question",
                        1,
                        "MAIL",
                        "siobhan.osullivan",
                        "priyanka.rao",
                        "question",
                        new Said(
                                "Who may post from a conference?",
                                "Hello,\n\nthree of our nurses speak in Chicago next month. May they post from there under"
                                        + " their own names?\n\nThank you,\nSiobhán")));
        plan(
                year,
                new Call(
                        "told-story",
                        3,
                        "PERSON",
                        "chau.nguyen",
                        "tomas.herrera",
                        "amplification",
                        new Said(
                                "Oncology pharmacists’ week",
                                "She stopped by: the pharmacists would like a post in their week. Pictures are still to come.")));
        // The talk is filled in as far as it is known; the rest stays open.
        year.at(
                year.later(year.on(2, "told-talk"), 0.5),
                () -> door.send(
                        "marcus.bell",
                        Form.to("/desk/new/{ref}", year.reference("told-talk"))
                                .with("version", 0)
                                .with("meeting", "Department meeting of Internal Medicine")
                                .with("topic", "Social media for physicians")
                                .with("audience", "Faculty and fellows")
                                .with("people", 60)));
    }

    private void plan(DemoYear year, Call call) {
        year.at(year.on(call.days(), call.key()), () -> year.remember(call.key(), door.ask(call.host(), form(call))));
    }

    private static Form form(Call call) {
        return Form.to("/desk/new")
                .with("way", call.way())
                .with("askerMail", Member.mail(call.asker()))
                .with("kind", call.kind())
                .with("title", call.said().title())
                .with("words", call.said().words());
    }
}
