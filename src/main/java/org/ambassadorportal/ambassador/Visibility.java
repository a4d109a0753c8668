package org.ambassadorportal.ambassador;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What of a page is public. Name, unit and one profile always are, and the mail address never is, so none of them
 * stands here; which profiles are hidden stands with each profile.
 */
@Embeddable
record Visibility(
        @Column(name = "show_photo") boolean photo,
        @Column(name = "show_bio") boolean bio,
        @Column(name = "show_topics") boolean topics,
        @Column(name = "show_languages") boolean languages,
        @Column(name = "show_title") boolean title,
        @Column(name = "show_credentials") boolean credentials) {

    static final Visibility ALL = new Visibility(true, true, true, true, true, true);

    /** The same, save that what was not there to be asked about is shown once it is. */
    Visibility askedOf(Particulars who, Interests interests) {
        return new Visibility(
                photo || who.photo() == null,
                bio || interests.bio() == null,
                topics || interests.topics().isEmpty(),
                languages || interests.languages().isEmpty(),
                title || who.title() == null,
                credentials || who.credentials() == null);
    }
}
