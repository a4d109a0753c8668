package org.ambassadorportal.kernel;

import org.springframework.http.HttpStatus;

/** There is nothing at this address, or nothing that this person may know of: the two are never told apart. */
public class NotFound extends DomainError {

    public NotFound() {
        this("error.not-found");
    }

    public NotFound(String key, Object... arguments) {
        super(HttpStatus.NOT_FOUND, key, arguments);
    }
}
