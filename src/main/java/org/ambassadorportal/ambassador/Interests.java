package org.ambassadorportal.ambassador;

import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What somebody posts about, in which languages, and about themselves. The owner changes these at once, without review. */
@Embeddable
record Interests(
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> topics,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> languages,
        @Nullable String bio) {

    static final Interests NONE = new Interests(List.of(), List.of(), null);

    Interests {
        topics = List.copyOf(topics);
        languages = List.copyOf(languages);
    }

    boolean complete() {
        return !topics.isEmpty() && !languages.isEmpty();
    }

    List<String> changedFrom(Interests before) {
        var changed = new ArrayList<String>();
        if (!topics.equals(before.topics)) changed.add("topics");
        if (!languages.equals(before.languages)) changed.add("languages");
        if (!Objects.equals(bio, before.bio)) changed.add("bio");
        return changed;
    }
}
