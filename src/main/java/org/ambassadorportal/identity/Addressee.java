package org.ambassadorportal.identity;

/**
 * Somebody a mail goes to. The id may belong to nobody yet: whoever asks for a first sign-in link becomes a person only
 * when the link is used.
 */
public record Addressee(PersonId id, String name, String mail) {}
