package org.ambassadorportal.kernel;

/** The portal will not start, for a reason that a person can do something about; said in a sentence instead of a stack trace. */
public class CannotStart extends RuntimeException {

    private final String remedy;

    /**
     * @param reason what is wrong, a whole sentence
     * @param remedy what to do about it, a whole sentence
     */
    public CannotStart(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
