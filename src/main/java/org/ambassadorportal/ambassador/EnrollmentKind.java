package org.ambassadorportal.ambassador;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ambassadorportal.desk.Kind;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Enrollments at the desk and among somebody's requests. */
@Component
class EnrollmentKind implements Kind {

    private static final String CHANGE = "change";

    private final Reviews reviews;
    private final Enrolling enrolling;

    EnrollmentKind(Reviews reviews, Enrolling enrolling) {
        this.reviews = reviews;
        this.enrolling = enrolling;
    }

    @Override
    public String key() {
        return Enrolling.KIND;
    }

    @Override
    public String icon() {
        return "bi-person-plus";
    }

    @Override
    public String part() {
        return "ambassador/desk-part";
    }

    @Override
    public String requestPart() {
        return "ambassador/request-part";
    }

    @Override
    public Map<String, Object> model(Reference reference, PersonId viewer) {
        var review = reviews.of(reference);
        var model = new LinkedHashMap<String, Object>();
        model.put("review", review);
        model.put(ASPECT, review.purpose() == Purpose.CHANGE ? CHANGE : "");
        model.put("own", viewer.equals(review.person()));
        model.put("approval", new Approval(review.version()));
        model.put("asking", new WordsForm(null, review.version()));
        model.put("declining", new ReasonForm(null, review.version()));
        return model;
    }

    @Override
    public @Nullable String aspect(Reference reference) {
        return reviews.isChange(reference) ? CHANGE : null;
    }

    @Override
    public List<Asked> asks() {
        return List.of(
                Asked.of("title", "enroll.you.title.field", Asked.Type.LINE),
                Asked.of("unit", "enroll.you.unit", Asked.Type.UNIT).from(Asked.From.UNIT),
                Asked.of("profiles", "enroll.told.profiles", Asked.Type.TEXT));
    }

    @Override
    public void examine(Map<String, String> answers, Errors errors) {
        enrolling.examine(answers.getOrDefault("unit", ""), lines(answers), errors);
    }

    private static List<String> lines(Map<String, String> answers) {
        return answers.getOrDefault("profiles", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Their draft begins with it; only they can read the policies and send it. */
    @Override
    public boolean takeIn(Reference reference, PersonId requester, PersonId enteredBy, Map<String, String> answers) {
        var you = new YouForm(null, null, answers.get("title"), answers.get("unit"), null, null, null, null, null);
        enrolling.told(requester, you, lines(answers));
        return false;
    }

    @Override
    public boolean completedByRequester() {
        return true;
    }

    /** What is sent with an approval: the version that was looked at. */
    record Approval(@org.jspecify.annotations.Nullable Long version) {}

    @Override
    public void withdraw(Reference reference, PersonId by) {
        enrolling.withdraw(reference);
    }

    @Override
    public String askPath() {
        return "/enroll";
    }
}
