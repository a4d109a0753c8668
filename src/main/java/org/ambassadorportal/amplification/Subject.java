package org.ambassadorportal.amplification;

/** What is to get out: a story may wait, an event has its day. */
enum Subject {
    STORY,
    EVENT
}
