package org.ambassadorportal.amplification;

import java.util.List;

/**
 * A question and its answer, to be checked before the request is sent.
 *
 * @param key the message with the question
 * @param lines the answer; none where it was left out
 * @param path where it can be changed
 */
record Answer(String key, List<String> lines, String path) {

    Answer {
        lines = List.copyOf(lines);
    }
}
