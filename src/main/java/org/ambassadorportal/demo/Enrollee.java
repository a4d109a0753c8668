package org.ambassadorportal.demo;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ambassadorportal.social.Platform;

/**
 * Somebody who enrolls, or begins to.
 *
 * @param number keeps their user names apart from those of others, whoever shares a first name
 */
record Enrollee(DemoTable.Row row, int number) {

    private static final int FIRST = 11;
    private static final List<DemoTable.Row> ROWS = DemoTable.read("ambassadors");

    static List<Enrollee> all() {
        return IntStream.range(0, ROWS.size())
                .mapToObj(at -> new Enrollee(ROWS.get(at), FIRST + at))
                .toList();
    }

    static Optional<Enrollee> called(String login) {
        return all().stream().filter(enrollee -> enrollee.login().equals(login)).findFirst();
    }

    String login() {
        return row.get("mail");
    }

    String state() {
        return row.get("state");
    }

    /** How many days ago they sent it. */
    int since() {
        return row.number("since");
    }

    List<Platform> platforms() {
        return row.words("platforms").stream()
                .map(key -> Platform.ofKey(key).orElseThrow())
                .toList();
    }

    String handle(Platform platform) {
        return DemoHandle.of(platform, base(), number);
    }

    /** The first name as far as it fits in a user name of 15 characters. */
    private String base() {
        var first = login().split("[.-]", -1)[0];
        return first.substring(0, Math.min(8, first.length()));
    }
}
