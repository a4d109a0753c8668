package org.ambassadorportal.kernel;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;

/**
 * A rule of the domain said no. Carries the words to say it in (a key of the message files and its arguments) and the
 * HTTP status that fits. The text of the exception itself is for the log only.
 */
public abstract class DomainError extends RuntimeException implements MessageSourceResolvable {

    private final HttpStatus status;
    private final String key;
    private final transient Object[] arguments;

    protected DomainError(HttpStatus status, String key, Object... arguments) {
        super(key);
        this.status = status;
        this.key = key;
        this.arguments = arguments.clone();
    }

    public final HttpStatus status() {
        return status;
    }

    public final String key() {
        return key;
    }

    @Override
    public final String[] getCodes() {
        return new String[] {key};
    }

    @Override
    public final Object[] getArguments() {
        return arguments.clone();
    }
}
