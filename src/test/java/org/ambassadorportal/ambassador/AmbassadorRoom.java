package org.ambassadorportal.ambassador;

import static org.ambassadorportal.identity.TestPeople.does;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.policy.Policies;
import org.ambassadorportal.social.SocialProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.validation.DirectFieldBindingResult;
import org.springframework.validation.Errors;

/** Units, enrollments and pages for tests; each with names and handles of its own. */
@TestComponent
class AmbassadorRoom {

    final JdbcClient database;
    private final TestPeople people;
    private final Enrolling enrolling;
    private final Reviewing reviewing;
    private final Policies policies;

    AmbassadorRoom(
            JdbcClient database, TestPeople people, Enrolling enrolling, Reviewing reviewing, Policies policies) {
        this.database = database;
        this.people = people;
        this.enrolling = enrolling;
        this.reviewing = reviewing;
        this.policies = policies;
    }

    /** A word that stands nowhere else in the database, of letters only. */
    static String unique() {
        var letters = new StringBuilder("q");
        for (char digit :
                UUID.randomUUID().toString().replace("-", "").substring(0, 10).toCharArray())
            letters.append((char) ('a' + Character.digit(digit, 16)));
        return letters.toString();
    }

    /** A handle that nobody has. */
    static String handle() {
        return "d" + unique();
    }

    UnitId unit(String name) {
        return unit(name, null);
    }

    UnitId unit(String name, @Nullable UnitId parent) {
        var id = UnitId.next();
        database.sql("insert into organization_unit (id, name, kind, parent_id, closed, version)"
                        + " values (?, ?, 'DEPARTMENT', ?, false, 0)")
                .params(id.value(), name, parent == null ? null : parent.value())
                .update();
        return id;
    }

    void readPolicies(PersonRow person) {
        does(
                person,
                () -> policies.openFor(person.id())
                        .forEach(policy -> policies.attest(person.id(), policy.id(), policy.hash())));
    }

    Answers answers(String name, List<String> topics, String... profiles) {
        return new Answers(
                name,
                "MD",
                "Clinical professor",
                unit("Department of " + unique()),
                topics,
                List.of("English"),
                "I teach by day.",
                profiles.length == 0 ? List.of("x.com/" + handle()) : List.of(profiles));
    }

    /** What somebody would type, page by page. */
    record Answers(
            String name,
            @Nullable String credentials,
            String title,
            UnitId unit,
            List<String> topics,
            List<String> languages,
            @Nullable String bio,
            List<String> profiles) {}

    /**
     * Goes through all the steps, as the person who is signed in; the policies must be read by then.
     *
     * @throws Refusal for what a step would say beside a field
     */
    Reference enroll(PersonId person, Answers answers) {
        var unit = database.sql("select name from organization_unit where id = ?")
                .param(answers.unit().value())
                .query(String.class)
                .single();
        var you = new YouForm(
                answers.name(),
                answers.credentials(),
                answers.title(),
                unit,
                String.join(", ", answers.topics()),
                String.join(", ", answers.languages()),
                answers.bio(),
                null,
                null);
        take(you, errors -> enrolling.you(person, you, errors));
        var typed = profiles(answers.profiles());
        take(typed, errors -> enrolling.profiles(person, typed, errors));
        if (enrolling.draft(person).purpose() == Purpose.JOIN)
            enrolling.show(person, new VisibilityForm(true, true, true, true, true, true, ProfileSlots.all()));
        return enrolling.send(person, null, null);
    }

    private static void take(Object form, Consumer<Errors> step) {
        var errors = new DirectFieldBindingResult(form, "form");
        step.accept(errors);
        var wrong = errors.getFieldError();
        if (wrong != null) throw new Refusal(wrong.getField(), String.valueOf(wrong.getCode()));
    }

    private static ProfilesForm profiles(List<String> texts) {
        var slots = new HashMap<String, String>();
        for (var text : texts) {
            var platform = SocialProfile.parse(text).profile().orElseThrow().platform();
            slots.put(ProfileSlots.free(platform, new HashSet<>(slots.keySet())), text);
        }
        return new ProfilesForm(
                slots.get("x"),
                slots.get("linkedin"),
                slots.get("bluesky"),
                slots.get("mastodon"),
                slots.get("instagram"),
                slots.get("threads"),
                slots.get("youtube"),
                slots.get("facebook"),
                slots.get("tiktok"),
                slots.get("more"),
                slots.get("further"),
                Opinions.OWN);
    }

    /** Sends an enrollment. */
    Reference sent(PersonRow person, Answers answers) {
        readPolicies(person);
        return does(person, () -> enroll(person.id(), answers));
    }

    /** Makes somebody an ambassador. */
    PersonRow ambassador(Answers answers) {
        var person = people.staff(answers.name());
        approve(sent(person, answers));
        return person;
    }

    PersonRow ambassador(String name, String... topics) {
        return ambassador(answers(name, topics.length == 0 ? List.of("sepsis") : List.of(topics)));
    }

    void approve(Reference reference) {
        var reviewer = people.comms();
        does(reviewer, () -> reviewing.approve(reference, reviewer.id(), null));
    }

    String slug(PersonRow person) {
        return database.sql("select slug from ambassador where person_id = ?")
                .param(person.id().value())
                .query(String.class)
                .single();
    }

    String state(Reference reference) {
        return database.sql("select state from enrollment where reference = ?")
                .param(reference.number())
                .query(String.class)
                .single();
    }

    /** A picture as somebody would upload it. */
    static byte[] picture(int width, int height) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
