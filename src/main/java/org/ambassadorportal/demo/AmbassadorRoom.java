package org.ambassadorportal.demo;

import java.util.List;
import java.util.Random;
import org.ambassadorportal.policy.Policies;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who enrolls, with what, and how it goes on. */
@Component
@Profile("local")
class AmbassadorRoom implements Room {

    private static final String KIND = "enrollments";
    private static final List<String> TEAM =
            List.of("marcus.bell", "priyanka.rao", "tomas.herrera", "hannah.lindqvist");

    private final FrontDoor door;
    private final Cast cast;
    private final DeskTalk talk;
    private final Policies policies;
    private final JdbcClient database;

    AmbassadorRoom(FrontDoor door, Cast cast, DeskTalk talk, Policies policies, JdbcClient database) {
        this.door = door;
        this.cast = cast;
        this.talk = talk;
        this.policies = policies;
        this.database = database;
    }

    @Override
    public void plan(DemoYear year) {
        Enrollee.all().forEach(enrollee -> plan(year, enrollee));
    }

    private void plan(DemoYear year, Enrollee enrollee) {
        var login = enrollee.login();
        var row = enrollee.row();
        var chance = new Random(enrollee.number());
        var reviewer = TEAM.get(chance.nextInt(TEAM.size()));
        double hours = 14 + chance.nextInt(40);
        var sent = year.on(enrollee.since(), login);
        year.at(sent, () -> answer(enrollee));
        if (enrollee.state().equals("draft")) return;
        year.at(sent, () -> year.remember(login, door.ask(login, Form.to("/enroll/check"))));
        boolean open = enrollee.state().equals("review");
        boolean untouched = open && enrollee.since() < 3;
        talk.plan(year, login, KIND, login, untouched ? "" : reviewer, sent, open ? 0 : hours);
        if (!open) year.at(year.later(sent, hours), () -> decide(year.reference(login), row, reviewer));
        var later = year.later(sent, 24 * enrollee.since() * 0.7);
        switch (enrollee.state()) {
            case "paused" -> year.at(later, () -> door.send(login, Form.to("/me/pause")));
            case "left" -> year.at(later, () -> door.send(login, Form.to("/me/leave")));
            case "suspended" -> year.at(later, () -> suspend(login, row.get("reason")));
            case "disabled" -> year.at(later, () -> disable(login));
            default -> edit(year, enrollee);
        }
    }

    private void answer(Enrollee enrollee) {
        var login = enrollee.login();
        var row = enrollee.row();
        var member = cast.member(login);
        boolean draft = enrollee.state().equals("draft");
        door.send(
                login,
                Form.to("/enroll/you")
                        .with("name", member.name())
                        .with("credentials", member.credentials())
                        .with("title", member.title())
                        .with("unit", member.unit())
                        .with("topics", row.get("topics").replace(';', ','))
                        .with("languages", row.get("languages").replace(';', ','))
                        .with("bio", row.get("bio"))
                        .with("later", draft ? "later" : ""));
        if (draft) return;
        door.send(login, profiles(enrollee));
        acknowledge(login);
        door.send(
                login,
                Form.to("/enroll/public")
                        .ticking("bio", "topics", "languages", "title", "credentials")
                        .with("profiles", row.words("platforms")));
    }

    private static Form profiles(Enrollee enrollee) {
        var taste = new Random(enrollee.number());
        var form = Form.to("/enroll/profiles").with("opinions", taste.nextInt(7) == 0 ? "HELP" : "OWN");
        for (var platform : enrollee.platforms()) {
            form.with(platform.key(), DemoHandle.pasted(platform, enrollee.handle(platform), taste));
        }
        return form;
    }

    private void acknowledge(String login) {
        for (var policy :
                door.by(login, () -> policies.openFor(cast.person(login).id()))) {
            door.send(
                    login,
                    Form.to("/enroll/policies")
                            .with("version", policy.id().value())
                            .with("hash", policy.hash())
                            .with("agreed", true));
        }
    }

    private void decide(String reference, DemoTable.Row row, String reviewer) {
        var words = row.get("reason");
        door.send(
                reviewer,
                switch (row.get("state")) {
                    case "changes" ->
                        Form.to("/desk/enrollments/{ref}/ask", reference).with("changes", words);
                    case "declined" ->
                        Form.to("/desk/enrollments/{ref}/decline", reference).with("reason", words);
                    default -> Form.to("/desk/enrollments/{ref}/approve", reference);
                });
    }

    private void suspend(String login, String reason) {
        var slug = database.sql("select slug from ambassador where person_id = ?")
                .param(cast.person(login).id().value())
                .query(String.class)
                .single();
        door.send(
                "hannah.lindqvist",
                Form.to("/desk/ambassadors/{slug}/suspend", slug).with("reason", reason));
    }

    /** They left the medical center, and with their sign-in their page goes. */
    private void disable(String login) {
        door.send(
                Persona.ADMIN2.login(),
                Form.to("/admin/people/{id}/disable", cast.person(login).id().value()));
    }

    /** A few have a new title this week, which is looked at while the published page stands. */
    private void edit(DemoYear year, Enrollee enrollee) {
        var row = enrollee.row();
        if (!row.has("title")) return;
        var login = enrollee.login();
        var member = cast.member(login);
        year.at(year.on(0, login + " again"), () -> {
            door.send(
                    login,
                    Form.to("/enroll/you")
                            .with("name", member.name())
                            .with("credentials", member.credentials())
                            .with("title", row.get("title"))
                            .with("unit", member.unit()));
            door.ask(login, Form.to("/enroll/check"));
        });
    }
}
