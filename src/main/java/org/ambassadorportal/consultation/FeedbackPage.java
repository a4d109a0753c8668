package org.ambassadorportal.consultation;

import org.ambassadorportal.desk.Reference;

/**
 * What the page of the two questions says.
 *
 * @param answered whether they were answered already
 */
record FeedbackPage(Reference reference, String topic, boolean answered) {}
