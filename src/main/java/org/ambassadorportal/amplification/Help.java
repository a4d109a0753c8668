package org.ambassadorportal.amplification;

/** What kind of help is wanted. */
enum Help {
    POST,
    REPOST,
    LIVE,
    WORDING,
    OTHER
}
