package org.ambassadorportal.consultation;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.WebLinks;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.offering.Offered;
import org.ambassadorportal.registry.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The second page: what it is about, and how people meet.
 *
 * @param links one address a line
 * @param accounts ids of official accounts
 * @param replies to the offering's questions, in their order; the last one is empty
 * @param phone where to call; asked only where we call
 * @param place asked only where the offering has none
 */
record MatterForm(
        @PlainText(max = 120) String topic,
        @PlainText(max = 4000, lines = true) String words,
        @PlainText(max = 2000, lines = true) String links,
        List<@PlainText(max = 36) String> accounts,
        List<@PlainText(max = 1000) String> replies,
        @Nullable Format format,
        @PlainText(max = 40) String phone,
        @PlainText(max = 300) String place,
        @Nullable Integer minutes) {

    private static final int MOST_LINKS = 10;

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    MatterForm {
        topic = Objects.requireNonNullElse(topic, "").strip();
        words = Objects.requireNonNullElse(words, "").strip();
        links = Objects.requireNonNullElse(links, "").strip();
        accounts = accounts == null
                ? List.of()
                : accounts.stream()
                        .filter(id -> id != null && !id.isBlank())
                        .distinct()
                        .toList();
        replies = Replies.typed(replies);
        phone = Objects.requireNonNullElse(phone, "").strip();
        place = Objects.requireNonNullElse(place, "").strip();
    }

    /** The form as it opens. */
    static MatterForm empty() {
        return new MatterForm("", "", "", List.of(), List.of(), null, "", "", null);
    }

    /** The same for this offering: what there is one choice of is chosen, the usual length too. */
    MatterForm begun(Offered offered, @Nullable String topic) {
        boolean lengthKnown = minutes != null && offered.lengths().contains(minutes);
        boolean formatKnown = format != null && offered.formats().contains(format);
        return new MatterForm(
                this.topic.isEmpty() && topic != null ? topic : this.topic,
                words,
                links,
                accounts,
                replies,
                formatKnown || offered.formats().size() > 1
                        ? format
                        : offered.formats().getFirst(),
                phone,
                place,
                lengthKnown ? minutes : offered.lengths().getFirst());
    }

    /** What this offering asks and no annotation can say. */
    void check(Offered offered, Errors errors) {
        require(topic, "topic", errors);
        require(words, "words", errors);
        checkLinks(errors);
        Replies.check(replies, offered, errors);
        if (!errors.hasFieldErrors("format")
                && (format == null || !offered.formats().contains(format)))
            errors.rejectValue("format", "consultation.format.missing");
        if (!errors.hasFieldErrors("minutes")
                && (minutes == null || !offered.lengths().contains(minutes)))
            errors.rejectValue("minutes", "consultation.minutes.missing");
        if (format == Format.PHONE) require(phone, "phone", errors);
        if (format == Format.IN_PERSON && offered.place() == null) require(place, "place", errors);
    }

    private void checkLinks(Errors errors) {
        var lines = lines();
        if (lines.size() > MOST_LINKS)
            errors.rejectValue("links", "consultation.links.many", new Object[] {MOST_LINKS}, null);
        lines.stream()
                .filter(line -> WebLinks.read(line).isEmpty())
                .findFirst()
                .ifPresent(line -> errors.rejectValue("links", "consultation.links.wrong", new Object[] {line}, null));
    }

    private static void require(String text, String field, Errors errors) {
        if (text.isBlank() && !errors.hasFieldErrors(field))
            errors.rejectValue(field, "consultation." + field + ".missing");
    }

    /** What was answered to each of the questions; empty where nothing was. */
    public List<String> replies(Offered offered) {
        return Replies.each(replies, offered);
    }

    /** The questions that were answered, as they are kept. */
    List<Reply> replied(Offered offered) {
        return Replies.kept(replies, offered);
    }

    List<String> lines() {
        return links.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The accounts that are concerned. */
    Set<AccountId> accountIds() {
        return accounts.stream().map(AccountId::of).collect(Collectors.toSet());
    }
}
