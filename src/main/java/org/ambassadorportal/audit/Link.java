package org.ambassadorportal.audit;

/**
 * A place in the chain.
 *
 * @param seq 0 before the first entry
 */
record Link(long seq, Hash hash) {

    /** Before the first entry. */
    static final Link START = new Link(0, Hash.of(new byte[32]));
}
