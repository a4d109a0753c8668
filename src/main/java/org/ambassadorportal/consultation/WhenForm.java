package org.ambassadorportal.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.offering.Offered;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The second page: how, how long, and up to three times of their own meeting, each with its day.
 *
 * @param phone where to call; asked only where we call
 * @param times times that suit, in words; no longer asked
 * @param offering the id of what is asked for, where there are several of the kind
 * @param replies to the offering's questions, in their order; the last one is empty
 * @param asked the id of the offering whose questions stood on the page
 */
record WhenForm(
        @Nullable Format format,
        @PlainText(max = 300) String place,
        @PlainText(max = 40) String phone,
        @Nullable Integer minutes,
        @Nullable LocalDate day1,
        @Nullable LocalTime time1,
        @Nullable LocalDate day2,
        @Nullable LocalTime time2,
        @Nullable LocalDate day3,
        @Nullable LocalTime time3,
        @PlainText(max = 1000, lines = true) String times,
        @PlainText(max = 36) String offering,
        List<@PlainText(max = 1000) String> replies,
        @PlainText(max = 36) String asked) {

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    WhenForm {
        place = Objects.requireNonNullElse(place, "").strip();
        phone = Objects.requireNonNullElse(phone, "").strip();
        times = Objects.requireNonNullElse(times, "").strip();
        offering = Objects.requireNonNullElse(offering, "").strip();
        replies = Replies.typed(replies);
        asked = Objects.requireNonNullElse(asked, "").strip();
    }

    /** The form as it opens. */
    static WhenForm empty() {
        return new WhenForm(null, "", "", null, null, null, null, null, null, null, "", "", List.of(), "");
    }

    /**
     * What the offering asks and no annotation can say.
     *
     * @param offers what is on offer of the kind
     * @param now the present moment; times are read on the clock of {@code when}
     */
    void check(List<Offered> offers, When when, Instant now, Errors errors) {
        var offered = among(offers).orElse(null);
        if (offered == null) {
            boolean missing = offering.isEmpty() && offers.size() > 1;
            errors.rejectValue("offering", missing ? "consultation.offering.missing" : "consultation.offering.closed");
            return;
        }
        if (!errors.hasFieldErrors("format")
                && (format == null || !offered.formats().contains(format)))
            errors.rejectValue("format", "consultation.format.missing");
        checkLength(offered, errors);
        checkReplies(offered, errors);
        if (format == Format.IN_PERSON && place.isEmpty()) errors.rejectValue("place", "consultation.place.missing");
        var known = new HashSet<Instant>();
        slot("1", day1, time1, offered, when, now, known, errors);
        slot("2", day2, time2, offered, when, now, known, errors);
        slot("3", day3, time3, offered, when, now, known, errors);
        boolean mistyped = errors.hasFieldErrors("day*") || errors.hasFieldErrors("time*");
        if (wishes().isEmpty() && !mistyped) errors.rejectValue("day1", "consultation.day.missing");
    }

    private void checkReplies(Offered offered, Errors errors) {
        if (offered.questions().isEmpty()) return;
        if (asked.equals(offered.id().toString())) Replies.check(replies, offered, errors);
        else errors.rejectValue("replies", "consultation.replies.more", new Object[] {offered.name()}, null);
    }

    private void checkLength(Offered offered, Errors errors) {
        if (errors.hasFieldErrors("minutes")) return;
        if (minutes == null) errors.rejectValue("minutes", "consultation.minutes.missing");
        else if (!offered.lengths().contains(minutes)) {
            var lengths =
                    offered.lengths().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
            errors.rejectValue("minutes", "consultation.minutes.other", new Object[] {offered.name(), lengths}, null);
        }
    }

    /** What was answered to each of the questions; empty where nothing was, or where those of another stood there. */
    public List<String> replies(Offered offered) {
        return Replies.each(asked.equals(offered.id().toString()) ? replies : List.of(), offered);
    }

    /** The questions that were answered, as they are kept. */
    List<Reply> replied(Offered offered) {
        return asked.equals(offered.id().toString()) ? Replies.kept(replies, offered) : List.of();
    }

    /** Which of those on offer is meant; the only one where nothing was chosen. */
    Optional<Offered> among(List<Offered> offers) {
        if (offering.isEmpty()) return offers.size() == 1 ? Optional.of(offers.getFirst()) : Optional.empty();
        return offers.stream()
                .filter(offered -> offered.id().toString().equals(offering))
                .findFirst();
    }

    private static void slot(
            String which,
            @Nullable LocalDate day,
            @Nullable LocalTime time,
            Offered offered,
            When when,
            Instant now,
            Set<Instant> known,
            Errors errors) {
        if (errors.hasFieldErrors("day" + which) || errors.hasFieldErrors("time" + which)) return;
        if (day == null && time == null) return;
        if (day == null || time == null) {
            errors.rejectValue(
                    (day == null ? "day" : "time") + which,
                    day == null ? "consultation.day.alone" : "consultation.time.alone");
            return;
        }
        var at = LocalDateTime.of(day, time);
        if (when.zone().getRules().getValidOffsets(at).isEmpty()) {
            errors.rejectValue("time" + which, "consultation.slot.skipped");
            return;
        }
        var starts = at.atZone(when.zone()).toInstant();
        var last = when.dayOf(now).plusDays(offered.rules().horizonDays());
        var earliest = now.plus(offered.rules().notice());
        if (!starts.isAfter(now)) errors.rejectValue("day" + which, "consultation.day.past");
        else if (starts.isBefore(earliest)) {
            var words = new Object[] {when.dayTime(earliest)};
            errors.rejectValue("day" + which, "consultation.day.soon", words, null);
        } else if (day.isAfter(last)) {
            var words = new Object[] {when.day(last)};
            errors.rejectValue("day" + which, "consultation.day.far", words, null);
        } else if (!known.add(starts)) errors.rejectValue("day" + which, "consultation.day.doubled");
    }

    /** The wishes that were made, the first first. */
    List<Wish> wishes() {
        var wishes = new ArrayList<Wish>();
        if (day1 != null) wishes.add(new Wish(day1, time1));
        if (day2 != null) wishes.add(new Wish(day2, time2));
        if (day3 != null) wishes.add(new Wish(day3, time3));
        return wishes;
    }
}
