package org.ambassadorportal.ambassador;

/**
 * A topic and how many published ambassadors name it.
 *
 * @param name in the spelling that most of them use
 */
public record TopicRow(String name, int ambassadors) {}
