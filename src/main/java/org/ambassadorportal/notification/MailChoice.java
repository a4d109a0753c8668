package org.ambassadorportal.notification;

import org.ambassadorportal.identity.OptionalMail;

/** A kind of mail that a person may switch off, and whether it is on. */
record MailChoice(OptionalMail kind, boolean on) {}
