package org.ambassadorportal.kernel;

import org.springframework.http.HttpStatus;

/** This person may see it, but may not do that. */
public class NotAllowed extends DomainError {

    public NotAllowed() {
        this("error.not-allowed");
    }

    public NotAllowed(String key, Object... arguments) {
        super(HttpStatus.FORBIDDEN, key, arguments);
    }
}
