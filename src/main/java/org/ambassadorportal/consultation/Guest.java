package org.ambassadorportal.consultation;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who comes along.
 *
 * @param name the name, or the address where no name was given
 * @param mail where the invitation goes; without it the requester passes it on
 */
@Embeddable
record Guest(String name, @Nullable String mail) {}
