package org.ambassadorportal.registry;

import org.ambassadorportal.social.Platform;

/** An official account that a form offers. */
public record AccountChoice(AccountId id, String name, Platform platform) {

    public String value() {
        return id.toString();
    }

    /** "Placeholder Health, Mastodon". */
    public String label() {
        return name + ", " + platform.label();
    }
}
