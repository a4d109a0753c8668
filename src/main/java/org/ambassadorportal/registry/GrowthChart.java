package org.ambassadorportal.registry;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The followers of an account over time as a line, drawn by the server: it takes the colors of the page, prints, and
 * needs no script.
 *
 * @param finding the key of the sentence that says what the picture shows: grew, fell or stayed
 * @param line the path through all counts
 */
record GrowthChart(
        String finding,
        AccountPage.Count first,
        AccountPage.Count last,
        String line,
        List<Point> points,
        List<Tick> days,
        List<Tick> figures) {

    static final int WIDTH = 760;
    static final int HEIGHT = 260;
    private static final int LEFT = 72;
    private static final int RIGHT = 690;
    private static final int TOP = 16;
    private static final int BOTTOM = 220;
    private static final int BETWEEN_DAYS = 120;

    /** A count in the picture. */
    record Point(double x, double y) {}

    /** A mark at an axis. */
    record Tick(double at, String label, boolean zero) {}

    /** Draws counts that are ordered by day; two at least. */
    static GrowthChart of(List<AccountPage.Count> counts) {
        var first = counts.getFirst();
        var last = counts.getLast();
        long most =
                counts.stream().mapToLong(AccountPage.Count::followers).max().orElse(0);
        long least =
                counts.stream().mapToLong(AccountPage.Count::followers).min().orElse(0);
        var scale = Scale.of(least, most);
        double days = Math.max(1, ChronoUnit.DAYS.between(first.day(), last.day()));
        List<Point> points = new ArrayList<>();
        for (var count : counts) {
            double x = LEFT + (RIGHT - LEFT) * ChronoUnit.DAYS.between(first.day(), count.day()) / days;
            points.add(new Point(round(x), round(scale.y(count.followers()))));
        }
        return new GrowthChart(
                "registry.chart."
                        + (last.followers() > first.followers()
                                ? "grew"
                                : last.followers() < first.followers() ? "fell" : "stayed"),
                first,
                last,
                path(points),
                points,
                ticks(counts, points),
                scale.ticks());
    }

    public Point end() {
        return points.getLast();
    }

    private static String path(List<Point> points) {
        var path = new StringBuilder();
        for (var point : points)
            path.append(path.isEmpty() ? "M" : "L")
                    .append(point.x())
                    .append(' ')
                    .append(point.y());
        return path.toString();
    }

    /** The first and the last day, and those between for which there is room. */
    private static List<Tick> ticks(List<AccountPage.Count> counts, List<Point> points) {
        List<Tick> ticks = new ArrayList<>();
        double end = points.getLast().x();
        for (int at = 0; at < counts.size(); at++) {
            double x = points.get(at).x();
            boolean ends = at == counts.size() - 1;
            boolean room = ticks.isEmpty() || x - ticks.getLast().at() >= BETWEEN_DAYS;
            if (ends || (room && end - x >= (at == 0 ? 0 : BETWEEN_DAYS)))
                ticks.add(new Tick(x, day(counts.get(at).day()), false));
        }
        return ticks;
    }

    private static String day(LocalDate day) {
        return java.time.format.DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US)
                .format(day);
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** The vertical axis in round figures; it begins at zero unless all counts lie far above. */
    private record Scale(long from, long step, int steps) {

        static Scale of(long least, long most) {
            long span = Math.max(1, least > most / 2 ? most - least : most);
            long step = nice(span / 4.0);
            long from = least > most / 2 ? Math.max(0, Math.floorDiv(least, step) * step) : 0;
            int steps = (int) Math.max(1, Math.ceilDiv(most - from, step));
            return new Scale(from, step, steps);
        }

        private static long nice(double rough) {
            double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, rough))));
            for (double factor : new double[] {1, 2, 5, 10})
                if (rough <= factor * power) return (long) (factor * power);
            return (long) (10 * power);
        }

        double y(long followers) {
            return BOTTOM - (BOTTOM - TOP) * (double) (followers - from) / (step * steps);
        }

        List<Tick> ticks() {
            List<Tick> ticks = new ArrayList<>();
            for (int at = 0; at <= steps; at++) {
                long figure = from + at * step;
                ticks.add(new Tick(round(y(figure)), String.format(Locale.US, "%,d", figure), figure == 0));
            }
            return ticks;
        }
    }
}
