package org.ambassadorportal.amplification;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What is to get out, as it was sent; it never changes afterwards.
 *
 * @param link where it can be read, on the web
 * @param text the proposed words of the post
 * @param day by when, or the day of the event
 * @param helpWords the kind of help in the requester's words
 * @param repost the ambassador's post to repost, on the web
 */
@Embeddable
record Story(
        @Enumerated(EnumType.STRING) Subject subject,
        String title,
        @Nullable String link,
        String text,
        @Nullable LocalDate day,
        @Nullable LocalTime time,
        @Nullable String helpWords,
        @Nullable String repost,
        @Enumerated(EnumType.STRING) Pictures pictures) {}
