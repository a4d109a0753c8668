package org.ambassadorportal.amplification;

/** One of the answers that a form offers. */
record Choice(String value, String label) {}
