package org.ambassadorportal.ambassador;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ambassadorportal.desk.Kind;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

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
