package org.ambassadorportal.kernel;

import org.springframework.http.HttpStatus;

/** What stands at an address could not be had, and why; it never names the address, which may be a secret. */
public class CannotFetch extends DomainError {

    CannotFetch(String key, Object... arguments) {
        super(HttpStatus.BAD_GATEWAY, key, arguments);
    }
}
