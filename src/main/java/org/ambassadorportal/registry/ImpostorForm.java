package org.ambassadorportal.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When the platform was told; empty while nobody has told it. */
record ImpostorForm(@Nullable LocalDate reported, @Nullable Long version) {}
