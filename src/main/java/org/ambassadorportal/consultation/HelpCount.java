package org.ambassadorportal.consultation;

/** How many gave this answer to the question whether it helped. */
public record HelpCount(Helped helped, int answers) {}
