package org.ambassadorportal.consultation;

import org.jspecify.annotations.Nullable;

/** A press of the button that says nobody came, on the booking as it was seen. */
record NoShowForm(@Nullable Long version) {}
