package org.ambassadorportal.kernel;

import org.springframework.http.HttpStatus;

/** It cannot be done any more: something else happened meanwhile. Rooms name theirs in subclasses, such as {@code AlreadyDecided}. */
public class Conflict extends DomainError {

    public Conflict(String key, Object... arguments) {
        super(HttpStatus.CONFLICT, key, arguments);
    }
}
