package org.ambassadorportal.desk;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.organization.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is shown of the queue: a saved view, narrowed by filters. Every combination is an address that can be kept and
 * sent on. What an address says that makes no sense is left out, so that an old bookmark still shows something.
 *
 * @param who who has it: "me", "nobody" or a person's id
 * @param tag a tag it has
 * @param due when the next clock runs out
 * @param order another order than the view's own
 * @param words what to search for
 * @param after the position behind which to go on
 */
record QueueFilter(
        View view,
        @Nullable String kind,
        @Nullable Status status,
        @Nullable String who,
        @Nullable UnitId unit,
        @Nullable Due due,
        @Nullable Priority priority,
        @Nullable String tag,
        View.@Nullable Order order,
        @Nullable String words,
        @Nullable String after) {

    static final String ME = "me";
    static final String NOBODY = "nobody";
    /** Not a filter, but to whom an item can be given: whoever it is fair to give it to. */
    static final String AUTO = "auto";

    private static final String DESK = "/desk";
    private static final int LONGEST = 200;
    private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    static QueueFilter of(Map<String, String> address) {
        return new QueueFilter(
                View.of(address.getOrDefault("view", "")),
                text(address, "kind"),
                status(text(address, "status")),
                who(text(address, "who")),
                uuid(text(address, "unit")).map(UnitId::new).orElse(null),
                Due.of(text(address, "due")),
                priority(text(address, "priority")),
                text(address, "tag"),
                View.Order.of(text(address, "order")),
                text(address, "q"),
                text(address, "after"));
    }

    /** A view that everybody has, not narrowed. */
    static QueueFilter of(View view) {
        return of(Map.of("view", view.key()));
    }

    /** What an address says, or the part of it behind the question mark; an unreadable one says nothing. */
    static QueueFilter read(String address) {
        try {
            var parts = UriComponentsBuilder.fromUriString(address.contains("?") ? address : "?" + address)
                    .build();
            var plain = new HashMap<String, String>();
            parts.getQueryParams().toSingleValueMap().forEach((name, value) -> plain.put(name, decoded(value)));
            return of(plain);
        } catch (IllegalArgumentException unreadable) {
            return of(Map.of());
        }
    }

    private static String decoded(@Nullable String value) {
        return value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    private static @Nullable String text(Map<String, String> address, String name) {
        var typed = address.getOrDefault(name, "");
        var plain = typed.codePoints()
                .filter(sign -> !Character.isISOControl(sign) && Character.getType(sign) != Character.SURROGATE)
                .limit("after".equals(name) ? 2000 : LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return plain.isEmpty() ? null : plain;
    }

    private static @Nullable Status status(@Nullable String text) {
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equalsIgnoreCase(text))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Priority priority(@Nullable String text) {
        return Arrays.stream(Priority.values())
                .filter(priority -> priority.name().equalsIgnoreCase(text))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String who(@Nullable String text) {
        if (ME.equals(text) || NOBODY.equals(text)) return text;
        return uuid(text).map(UUID::toString).orElse(null);
    }

    private static Optional<UUID> uuid(@Nullable String text) {
        if (text == null || text.length() != 36) return Optional.empty();
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** The person whose items are asked for; {@code null} for anybody's or nobody's. */
    @Nullable PersonId assignee(PersonId me) {
        if (who == null || NOBODY.equals(who)) return null;
        return ME.equals(who) ? me : new PersonId(UUID.fromString(who));
    }

    /** The mail address that was typed as the only word, in lower case: then that person's items are meant. */
    @Nullable String mail() {
        return words != null && MAIL.matcher(words).matches() ? words.toLowerCase(Locale.ROOT) : null;
    }

    /** Whether anything but the view narrows the list. */
    public boolean narrowed() {
        return kind != null
                || status != null
                || who != null
                || unit != null
                || due != null
                || priority != null
                || tag != null
                || words != null;
    }

    /** The order of the list. */
    public View.Order inOrder() {
        return order == null ? view.order : order;
    }

    public QueueFilter view(View other) {
        return new QueueFilter(other, kind, status, who, unit, due, priority, tag, order, words, null);
    }

    public QueueFilter kind(@Nullable String other) {
        return new QueueFilter(view, other, status, who, unit, due, priority, tag, order, words, null);
    }

    public QueueFilter status(@Nullable Status other) {
        return new QueueFilter(view, kind, other, who, unit, due, priority, tag, order, words, null);
    }

    public QueueFilter who(@Nullable Object other) {
        var whose = other == null ? null : other.toString();
        return new QueueFilter(view, kind, status, whose, unit, due, priority, tag, order, words, null);
    }

    public QueueFilter unit(@Nullable UnitId other) {
        return new QueueFilter(view, kind, status, who, other, due, priority, tag, order, words, null);
    }

    public QueueFilter due(@Nullable Due other) {
        return new QueueFilter(view, kind, status, who, unit, other, priority, tag, order, words, null);
    }

    public QueueFilter priority(@Nullable Priority other) {
        return new QueueFilter(view, kind, status, who, unit, due, other, tag, order, words, null);
    }

    public QueueFilter tag(@Nullable String other) {
        return new QueueFilter(view, kind, status, who, unit, due, priority, other, order, words, null);
    }

    public QueueFilter order(View.@Nullable Order other) {
        return new QueueFilter(view, kind, status, who, unit, due, priority, tag, other, words, null);
    }

    public QueueFilter words(@Nullable String other) {
        return new QueueFilter(view, kind, status, who, unit, due, priority, tag, order, other, null);
    }

    public QueueFilter after(@Nullable String position) {
        return new QueueFilter(view, kind, status, who, unit, due, priority, tag, order, words, position);
    }

    /** The view alone, without anything that narrows it. */
    public QueueFilter wide() {
        return new QueueFilter(view, null, null, null, null, null, null, null, null, null, null);
    }

    /** All that ever came in. */
    public QueueFilter everything() {
        return wide().view(View.ALL);
    }

    /** The address of the list. */
    public String address() {
        // The plain address alone is where each person starts.
        var address = at(DESK);
        return address.equals(DESK) ? DESK + "?view=" + view.key() : address;
    }

    /** What stands behind the question mark of its address, without a position. */
    String query() {
        return after(null).address().substring(DESK.length() + 1);
    }

    /** The address of its download. */
    public String download() {
        return at("/desk/items.csv");
    }

    /** The address of what requesters and team said to each other about what is on the list. */
    public String replies() {
        return at("/desk/replies.csv");
    }

    /** The address of the team's notes about it. */
    public String notes() {
        return at("/desk/notes.csv");
    }

    /** Where its open page asks what is new. */
    public String pulse() {
        return at("/desk/pulse");
    }

    /** Another address beside this list; of an empty one, what stands behind the question mark, with it. */
    String at(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        if (view != View.OPEN) address.queryParam("view", view.key());
        add(address, "kind", kind);
        add(address, "status", status == null ? null : status.name().toLowerCase(Locale.ROOT));
        add(address, "who", who);
        add(address, "unit", unit == null ? null : unit.value());
        add(address, "due", due == null ? null : due.key());
        add(address, "priority", priority == null ? null : priority.name().toLowerCase(Locale.ROOT));
        add(address, "tag", tag);
        add(address, "order", order == null ? null : order.key());
        add(address, "q", words);
        add(address, "after", after);
        return address.encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        // As a variable, so that "&" or "{" in what was typed is data.
        if (value != null) address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
    }
}
