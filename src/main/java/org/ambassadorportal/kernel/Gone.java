package org.ambassadorportal.kernel;

import org.springframework.http.HttpStatus;

/** What stood here was taken away for good. */
public class Gone extends DomainError {

    public Gone() {
        this("error.gone");
    }

    public Gone(String key, Object... arguments) {
        super(HttpStatus.GONE, key, arguments);
    }
}
