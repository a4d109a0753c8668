package org.ambassadorportal.desk;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** Somebody of the team kept a work note. Nobody is told, and nothing of it is said here. */
record NoteKept(UUID subject, Reference reference, String kind, Instant at) implements Happened {}
