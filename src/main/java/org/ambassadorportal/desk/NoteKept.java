package org.ambassadorportal.desk;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** Somebody of the team kept a work note. Nobody is told, and nothing of it is said here. */
@NamedInterface("events")
public record NoteKept(UUID subject, Reference reference, String kind, Instant at) implements Happened {}
