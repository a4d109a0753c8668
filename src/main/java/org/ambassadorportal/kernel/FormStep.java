package org.ambassadorportal.kernel;

/**
 * A page of a form of several pages, as {@code fragments/steps} shows it beside the form and on the bar.
 *
 * @param label the key of its name
 * @param path where it is opened
 * @param done whether it was answered
 * @param reachable whether it may be opened: all pages before it were answered
 */
public record FormStep(String label, String path, boolean done, boolean current, boolean reachable) {}
