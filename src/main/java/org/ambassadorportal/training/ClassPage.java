package org.ambassadorportal.training;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.offering.OfferingId;
import org.jspecify.annotations.Nullable;

/**
 * A class as one page shows it.
 *
 * @param mine how the present person stands to it
 * @param ahead how many wait before this person
 * @param people everybody with a seat, an offer or a place on the list, for the team alone
 */
record ClassPage(
        Facts facts,
        Standing mine,
        @Nullable Instant offeredUntil,
        int ahead,
        int held,
        int waiting,
        boolean begun,
        List<Attendee> people) {

    /** What the class is. */
    record Facts(
            ClassId id,
            long version,
            OfferingId offering,
            String title,
            String about,
            PersonId host,
            String hostName,
            Instant starts,
            int minutes,
            Format format,
            @Nullable String place,
            int seats,
            @Nullable String preparation,
            @Nullable Instant canceledAt,
            @Nullable String cancelReason,
            @Nullable Instant attendedAt) {

        public Instant ends() {
            return starts.plus(Duration.ofMinutes(minutes));
        }
    }

    /** Somebody of the class, as the team sees them. */
    record Attendee(
            PersonId id,
            String name,
            String mail,
            Standing standing,
            @Nullable Instant offeredUntil,
            boolean came) {}

    ClassPage {
        people = List.copyOf(people);
    }

    public int free() {
        return Math.max(0, facts.seats() - held);
    }

    public boolean full() {
        return free() == 0 || waiting > 0;
    }

    public boolean canceled() {
        return facts.canceledAt() != null;
    }

    /** Whether one can still take a seat, or give it back. */
    public boolean open() {
        return !canceled() && !begun;
    }

    /** Where one meets; the address of a video meeting is for those with a seat. */
    public @Nullable String place() {
        return facts.format() != Format.VIDEO || mine == Standing.SEATED ? facts.place() : null;
    }

    public List<Attendee> standing(Standing standing) {
        return people.stream().filter(one -> one.standing() == standing).toList();
    }

    public List<Attendee> seated() {
        return standing(Standing.SEATED);
    }

    public List<Attendee> offered() {
        return standing(Standing.OFFERED);
    }

    public List<Attendee> inLine() {
        return standing(Standing.WAITING);
    }

    public long came() {
        return people.stream().filter(Attendee::came).count();
    }
}
