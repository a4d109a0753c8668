package org.ambassadorportal.consultation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Reads who else comes: one a line, "Ada Example", "ada@example.org" or "Ada Example &lt;ada@example.org&gt;".
 *
 * @param problems what is wrong with single lines
 */
record GuestList(List<Guest> guests, List<Problem> problems) {

    static final int MOST = 20;

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_MAIL = 254;
    private static final Pattern MAIL =
            Pattern.compile("[^\\s@<>,;\"()]{1,64}@[^\\s@<>,;\"()]+\\.[^\\s@<>,;\"().]{2,}");
    private static final Pattern BOTH = Pattern.compile("(.*?)[<(]\\s*([^<>()]*)\\s*[>)]\\s*");

    /** A line nobody can be told from. */
    record Problem(int line, String text, String key) {}

    GuestList {
        guests = List.copyOf(guests);
        problems = List.copyOf(problems);
    }

    static GuestList read(String typed) {
        var guests = new ArrayList<Guest>();
        var problems = new ArrayList<Problem>();
        var seen = new HashSet<String>();
        int number = 0;
        for (var line : typed.split("\\R", -1)) {
            number++;
            var text = line.strip().replaceFirst("[,;]+$", "").strip();
            if (text.isEmpty()) continue;
            var guest = guest(text);
            var problem = problem(text, guest);
            if (problem != null || guest == null) problems.add(new Problem(number, text, String.valueOf(problem)));
            else if (seen.add(key(guest))) guests.add(guest);
        }
        return new GuestList(guests, problems);
    }

    private static @Nullable Guest guest(String text) {
        if (text.indexOf('@') < 0) return new Guest(text, null);
        if (MAIL.matcher(text).matches()) return new Guest(text, text);
        var both = BOTH.matcher(text);
        if (!both.matches() || !MAIL.matcher(both.group(2)).matches()) return null;
        var name = both.group(1).strip();
        return new Guest(name.isEmpty() ? both.group(2) : name, both.group(2));
    }

    private static @Nullable String problem(String text, @Nullable Guest guest) {
        if (guest == null) return "booking.guests.wrong";
        boolean letters = text.codePoints().anyMatch(Character::isLetter);
        if (!letters) return "booking.guests.nobody";
        boolean mailAlone = guest.name().equals(guest.mail());
        if (!mailAlone && guest.name().length() > LONGEST_NAME) return "booking.guests.long";
        return guest.mail() != null && guest.mail().length() > LONGEST_MAIL ? "booking.guests.long" : null;
    }

    private static String key(Guest guest) {
        return (guest.mail() == null ? guest.name() : guest.mail()).toLowerCase(Locale.ROOT);
    }

    /** Says each problem with its line. */
    void into(Errors errors) {
        for (var problem : problems.subList(0, Math.min(problems.size(), MOST)))
            errors.rejectValue("guests", problem.key(), new Object[] {problem.line(), problem.text()}, problem.key());
        if (guests.size() > MOST)
            errors.rejectValue(
                    "guests", "booking.guests.many", new Object[] {MOST, guests.size()}, "booking.guests.many");
    }
}
