package org.ambassadorportal.insights;

import java.util.List;
import org.ambassadorportal.consultation.HelpCount;
import org.ambassadorportal.consultation.Helped;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * What a chart shows, in a sentence: it is the chart's title, so it is worked out from the very figures below it.
 * Kinds stand in it by the key of their name.
 */
final class Finding {

    /** A change counts as one when it is at least this many requests and a fifth of what was before. */
    private static final int WORTH_SAYING = 3;

    private Finding() {}

    /**
     * Which kind rose or fell most, the last three whole months against the three before; where there are not six
     * whole months yet, which kind is asked for most.
     */
    static DefaultMessageSourceResolvable overTime(Received received) {
        int whole = received.months().size() - 1; // the present month is not over
        if (whole >= 6) {
            Change most = null;
            for (var kind : received.kinds()) {
                var change =
                        new Change(kind.kind(), kind.between(whole - 6, whole - 3), kind.between(whole - 3, whole));
                if (change.matters() && (most == null || change.size() > most.size())) most = change;
            }
            if (most != null) {
                return say(
                        most.rise() ? "insights.finding.rise" : "insights.finding.fall",
                        plural(most.kind()),
                        most.now(),
                        most.before());
            }
            long recent = received.kinds().stream()
                    .mapToLong(kind -> kind.between(whole - 6, whole))
                    .sum();
            return say("insights.finding.steady", Math.round(recent / 6.0));
        }
        return most(received);
    }

    /** Which kind is asked for most, out of how many. */
    static DefaultMessageSourceResolvable most(Received received) {
        var first = received.kinds().getFirst();
        boolean alone = received.kinds().size() == 1 || received.kinds().get(1).total() < first.total();
        return alone
                ? say("insights.finding.most", plural(first.kind()), first.total(), received.total())
                : say(
                        "insights.finding.most.shared",
                        plural(first.kind()),
                        plural(received.kinds().get(1).kind()),
                        first.total());
    }

    /** Which kinds wait for longer than a working day. */
    static DefaultMessageSourceResolvable waiting(List<FirstAnswers> kinds) {
        var slow = kinds.stream().filter(FirstAnswers::slow).toList();
        return switch (slow.size()) {
            case 0 -> say("insights.finding.quick");
            case 1 ->
                kinds.size() == 1
                        ? say(
                                "insights.finding.slow.one",
                                plural(slow.getFirst().kind()))
                        : say(
                                "insights.finding.slow.only",
                                plural(slow.getFirst().kind()));
            default ->
                slow.size() == kinds.size()
                        ? say("insights.finding.slow.all")
                        : say("insights.finding.slow.some", slow.size(), kinds.size());
        };
    }

    /** How many were helped, out of all who said so. */
    static DefaultMessageSourceResolvable helped(List<HelpCount> counts) {
        int all = counts.stream().mapToInt(HelpCount::answers).sum();
        int well = counts.stream()
                .filter(count -> count.helped() == Helped.VERY || count.helped() == Helped.SOMEWHAT)
                .mapToInt(HelpCount::answers)
                .sum();
        return all == 1
                ? say(well == 1 ? "insights.finding.helped.one" : "insights.finding.helped.not-one")
                : say("insights.finding.helped", well, all);
    }

    private static DefaultMessageSourceResolvable plural(String kind) {
        return new DefaultMessageSourceResolvable(new String[] {"kind." + kind + ".plural", "kind." + kind}, kind);
    }

    private static DefaultMessageSourceResolvable say(String key, Object... arguments) {
        return new DefaultMessageSourceResolvable(new String[] {key}, arguments);
    }

    private record Change(String kind, long before, long now) {

        boolean rise() {
            return now > before;
        }

        long size() {
            return Math.abs(now - before);
        }

        boolean matters() {
            return size() >= WORTH_SAYING && size() * 5 >= before;
        }
    }
}
