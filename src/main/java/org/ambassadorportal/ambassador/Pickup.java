package org.ambassadorportal.ambassador;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something of a person that an official account passed on.
 *
 * @param what its title
 * @param where the account it ran on, such as "Health News, Mastodon"
 * @param when the day it ran
 * @param url the post, if it is known
 */
public record Pickup(
        String what, String where, LocalDate when, @Nullable String url) {}
