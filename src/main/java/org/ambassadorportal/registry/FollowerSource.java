package org.ambassadorportal.registry;

/** Where a count of followers is from. */
enum FollowerSource {
    TYPED,
    IMPORTED,
    /** Read from the platform. */
    READ;

    /** The key of its word in the message files. */
    public String key() {
        return "registry.source." + name();
    }
}
