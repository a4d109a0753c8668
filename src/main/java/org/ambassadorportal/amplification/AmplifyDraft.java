package org.ambassadorportal.amplification;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The answers so far: one part for each page of the form, {@code null} until the page was sent. */
record AmplifyDraft(
        @Nullable StoryForm story,
        @Nullable WhereForm where,
        @Nullable PeopleForm people) {

    static final AmplifyDraft EMPTY = new AmplifyDraft(null, null, null);

    AmplifyDraft with(StoryForm story) {
        return new AmplifyDraft(story, where, people);
    }

    AmplifyDraft with(WhereForm where) {
        return new AmplifyDraft(story, where, people);
    }

    AmplifyDraft with(PeopleForm people) {
        return new AmplifyDraft(story, where, people);
    }

    @Nullable Subject subject() {
        return story == null ? null : story.subject();
    }

    /** Whether this page was kept, well answered or not. */
    boolean has(Step step) {
        return switch (step) {
            case STORY -> story != null;
            case WHERE -> where != null;
            case PEOPLE -> people != null;
            case CHECK -> false;
        };
    }

    /** The first page that was not kept yet; pages behind it are not opened. */
    Step firstOpen() {
        return Arrays.stream(Step.values())
                .filter(step -> !has(step))
                .findFirst()
                .orElse(Step.CHECK);
    }

    /** Everything that was written to be read by others. */
    String text() {
        var all = new StringBuilder();
        if (story != null) all.append(story.title()).append('\n').append(story.text());
        if (where != null) all.append('\n').append(where.otherHelp());
        return all.toString();
    }
}
