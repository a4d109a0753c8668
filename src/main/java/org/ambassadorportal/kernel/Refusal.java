package org.ambassadorportal.kernel;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;

/** An answer in a form that the domain refuses, and why; becomes an error of that field. */
public class Refusal extends DomainError {

    private final String field;

    public Refusal(String field, String key, Object... arguments) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, key, arguments);
        this.field = field;
    }

    public String field() {
        return field;
    }

    /** Puts the refusal beside its field, so that the same page can say it. */
    public void into(BindingResult errors) {
        errors.rejectValue(field, key(), getArguments(), key());
    }
}
