package org.ambassadorportal.amplification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A place in a text that looks as if it gave away who a person is. It only looks so: whoever sends it is asked to look
 * again, and nothing is decided by it.
 *
 * @param kind what it looks like
 * @param found the place, as it stands in the text
 */
record Revealing(Kind kind, String found) {

    /** What a place looks like. */
    enum Kind {
        RECORD_NUMBER,
        BIRTH_DATE,
        PHONE
    }

    private static final String MONTHS =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                    + "|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\w/.-])(?:\\+?1[-. ]?)?(?:\\(\\d{3}\\) ?|\\d{3}[-. ])\\d{3}[-. ]\\d{4}(?!\\w)|(?<![\\w/.-])\\d{10}(?!\\w)");
    private static final Pattern RECORD = Pattern.compile(
            "(?i)\\b(?:mrn|medical record|patient (?:id|number|no)|record (?:number|no))\\b[\\s.:#]{0,5}[\\w-]{0,20}|(?<![\\w/.-])\\d{7,9}(?!\\w)");
    private static final Pattern BORN = Pattern.compile(
            "(?i)\\b(?:dob|d\\.o\\.b\\.|date of birth|born on)[\\s:]{0,3}[\\w/.-]{0,12}(?: \\d{1,2},? \\d{4}| \\w{3,9} \\d{4})?");
    private static final Pattern DATE =
            Pattern.compile("(?i)(?<![\\w/])(?:\\d{1,2}[/.-]\\d{1,2}[/.-](\\d{4})|(\\d{4})-\\d{2}-\\d{2}|" + MONTHS
                    + "\\.? \\d{1,2}(?:st|nd|rd|th)?,? (\\d{4})|\\d{1,2} " + MONTHS + "\\.? (\\d{4}))(?!\\w)");

    /**
     * The places of a text that look like a record number, a date of birth or a phone number.
     *
     * @param today dates of this year and later are appointments, not birthdays
     * @param ours the department's own number, which may stand in every post
     */
    static List<Revealing> in(String text, LocalDate today, String ours) {
        var found = new ArrayList<Revealing>();
        var rest = new StringBuilder(text);
        take(PHONE, Kind.PHONE, rest, found);
        found.removeIf(place ->
                digits(place.found()).endsWith(digits(ours)) && !digits(ours).isEmpty());
        take(BORN, Kind.BIRTH_DATE, rest, found);
        takeDates(rest, today, found);
        take(RECORD, Kind.RECORD_NUMBER, rest, found);
        return found.stream().distinct().toList();
    }

    private static void take(Pattern looksLike, Kind kind, StringBuilder rest, List<Revealing> found) {
        var matcher = looksLike.matcher(rest.toString());
        while (matcher.find()) {
            found.add(new Revealing(kind, matcher.group().strip()));
            blank(rest, matcher.start(), matcher.end());
        }
    }

    private static void takeDates(StringBuilder rest, LocalDate today, List<Revealing> found) {
        var matcher = DATE.matcher(rest.toString());
        while (matcher.find()) {
            int year = 0;
            for (int group = 1; group <= matcher.groupCount(); group++) {
                var digits = matcher.group(group);
                if (digits != null) year = Integer.parseInt(digits);
            }
            if (year >= 1900 && year < today.getYear())
                found.add(new Revealing(Kind.BIRTH_DATE, matcher.group().strip()));
            blank(rest, matcher.start(), matcher.end());
        }
    }

    /** What was read once is not read as something else too. */
    private static void blank(StringBuilder rest, int from, int to) {
        for (int at = from; at < to; at++) rest.setCharAt(at, ' ');
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
