package org.ambassadorportal.consultation;

/** One of the answers that a form offers. */
record Choice(String value, String label) {}
