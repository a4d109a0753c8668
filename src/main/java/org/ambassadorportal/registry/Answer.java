package org.ambassadorportal.registry;

import java.time.LocalDate;
import java.util.List;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.social.Platform;
import org.ambassadorportal.social.Problem;
import org.ambassadorportal.social.SocialProfile;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "is this account ours?".
 *
 * @param read the account we read out of what was pasted; {@code null} when it was a bare name or could not be read
 * @param name the bare name that was looked for on all platforms; {@code null} otherwise
 * @param findings one verdict for an address; for a bare name one for each account of that name we know
 * @param problem why it could not be read, and which part; {@code null} when it could
 */
record Answer(
        @Nullable SocialProfile read,
        @Nullable String name,
        List<Finding> findings,
        @Nullable Problem problem) {

    enum Word {
        IMPOSTOR,
        OFFICIAL,
        PERSONAL,
        /** An earlier name of an account that is ours. */
        RENAMED,
        ARCHIVED,
        /** In the registry, but not yet looked through: neither yes nor no would be true. */
        UNDER_REVIEW,
        NOT_OURS
    }

    /** A name the account had, and until when. */
    record EarlierName(String shown, LocalDate until) {}

    /** An account that one may go on to. */
    record Other(String label, String url) {}

    /**
     * @param name the account's name, or the person's
     * @param certified the day of the last certification, and {@code due} the day by which the next is due
     * @param until the last day it was ours
     * @param reported the day the platform was told of an impostor
     * @param ofOwner how many official accounts the owner has
     * @param instead the account that took its place, or the same account under its present name
     * @param path the page of the portal about it
     */
    record Finding(
            Word word,
            SocialProfile profile,
            @Nullable String name,
            @Nullable UnitId unit,
            @Nullable String unitName,
            @Nullable LocalDate certified,
            @Nullable LocalDate due,
            List<EarlierName> earlier,
            int ofOwner,
            @Nullable LocalDate until,
            @Nullable LocalDate reported,
            @Nullable Other instead,
            @Nullable String path) {

        static Finding notOurs(SocialProfile profile) {
            return new Finding(
                    Word.NOT_OURS, profile, null, null, null, null, null, List.of(), 0, null, null, null, null);
        }

        static Finding person(SocialProfile profile, String name, @Nullable String path) {
            return new Finding(
                    Word.PERSONAL, profile, name, null, null, null, null, List.of(), 0, null, null, null, path);
        }

        public Platform platform() {
            return profile.platform();
        }
    }

    /** Whether nothing was asked yet. */
    public boolean blank() {
        return read == null && name == null && problem == null;
    }

    static Answer nothingAsked() {
        return new Answer(null, null, List.of(), null);
    }
}
