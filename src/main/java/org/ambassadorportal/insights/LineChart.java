package org.ambassadorportal.insights;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lines over months, in the coordinates of an SVG as large as its shape. Lines are told apart by
 * color, dash and the mark at their end, and are named there.
 *
 * @param event a day worth a mark, such as the beginning of the freeze
 */
record LineChart(
        Shape shape,
        List<Tick> rows,
        List<Tick> columns,
        List<Line> lines,
        @Nullable Tick event) {

    static final Shape WIDE = new Shape(1136, 284, 36, 950, 250, 14);

    /** With fewer months named, so that it can be read on a phone. */
    static final Shape NARROW = new Shape(340, 264, 24, 208, 230, 4);

    /**
     * How it is drawn.
     *
     * @param left where the lines begin
     * @param right where they end; their names stand behind
     * @param bottom where zero is
     * @param labels as many months are named at most
     */
    record Shape(int width, int height, int left, int right, int bottom, int labels) {

        private Line line(Received.OfKind kind, int number, long top) {
            var path = new StringBuilder();
            double x = left;
            double y = bottom;
            int size = kind.counts().size();
            for (int i = 0; i < size; i++) {
                x = x(i, size);
                y = y(kind.counts().get(i), top);
                path.append(i == 0 ? 'M' : 'L').append(x).append(' ').append(y);
            }
            return new Line(kind.kind(), number, path.toString(), DASHES[number - 1], x, y, y);
        }

        /** Names at the ends of lines, moved so that none stands on another: pushed up from the axis, then down from the top. */
        private List<Line> apart(List<Line> lines) {
            var sorted =
                    lines.stream().sorted(Comparator.comparingDouble(Line::y)).toList();
            var heights = new double[sorted.size()];
            double lowest = bottom;
            for (int i = heights.length - 1; i >= 0; i--) {
                heights[i] = Math.min(sorted.get(i).y(), lowest);
                lowest = heights[i] - BETWEEN_NAMES;
            }
            double highest = TOP - BETWEEN_NAMES;
            for (int i = 0; i < heights.length; i++) {
                heights[i] = Math.max(heights[i], highest);
                highest = heights[i] + BETWEEN_NAMES;
            }
            var placed = new ArrayList<Line>();
            for (int i = 0; i < heights.length; i++) placed.add(sorted.get(i).named(heights[i] + HALF_A_NAME));
            placed.sort(Comparator.comparingInt(Line::number));
            return placed;
        }

        private List<Tick> rows(long top, int step) {
            var rows = new ArrayList<Tick>();
            for (long value = 0; value <= top; value += step) rows.add(new Tick(y(value, top), Long.toString(value)));
            return rows;
        }

        private List<Tick> columns(Months months) {
            int every = (months.size() + labels - 1) / labels;
            var columns = new ArrayList<Tick>();
            for (int i = 0; i < months.size(); i += every) {
                columns.add(new Tick(x(i, months.size()), name(months.all().get(i), months.size() > 12)));
            }
            return columns;
        }

        private @Nullable Tick mark(Months months, @Nullable LocalDate event) {
            if (event == null) return null;
            int at = months.all().indexOf(YearMonth.from(event));
            return at < 0 ? null : new Tick(x(at, months.size()), "");
        }

        private double x(int at, int size) {
            return size == 1 ? right : tenth(left + (double) (right - left) * at / (size - 1));
        }

        private double y(long value, long top) {
            return tenth(bottom - (double) (bottom - TOP) * value / top);
        }
    }

    /** As many lines as there are colors that anyone can tell apart. */
    static final int MOST = 4;

    private static final int TOP = 36;
    private static final int BETWEEN_NAMES = 20;
    private static final int HALF_A_NAME = 5;
    private static final String[] DASHES = {null, "7 4", "2 4", "10 3 2 3"};

    /** A line of the grid and what stands beside it. */
    record Tick(double at, String label) {}

    /**
     * One kind's line.
     *
     * @param number 1 to {@value LineChart#MOST}: its color and its mark
     * @param path of the line
     * @param x of its end
     * @param y of its end
     * @param nameAt the height of its name, clear of the others
     */
    record Line(
            String kind, int number, String path, @Nullable String dash, double x, double y, double nameAt) {

        Line named(double at) {
            return new Line(kind, number, path, dash, x, y, at);
        }
    }

    LineChart {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    static LineChart of(Received received, @Nullable LocalDate event, Shape shape) {
        var kinds = received.kinds().subList(0, Math.min(MOST, received.kinds().size()));
        long highest = kinds.stream()
                .flatMap(kind -> kind.counts().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        int step = step(highest);
        long top = Math.max(step, (highest + step - 1) / step * step);
        var lines = new ArrayList<Line>();
        for (int i = 0; i < kinds.size(); i++) {
            lines.add(shape.line(kinds.get(i), i + 1, top));
        }
        return new LineChart(
                shape,
                shape.rows(top, step),
                shape.columns(received.months()),
                shape.apart(lines),
                shape.mark(received.months(), event));
    }

    static String name(YearMonth month, boolean withYear) {
        var name = month.getMonth().getDisplayName(TextStyle.SHORT, Locale.US);
        return withYear ? name + " " + String.format(Locale.US, "%02d", month.getYear() % 100) : name;
    }

    /** Round numbers, at most five of them above zero. */
    private static int step(long highest) {
        for (int unit = 1; ; unit *= 10) {
            for (int step : new int[] {unit, 2 * unit, 5 * unit}) {
                if (highest <= 5L * step) return step;
            }
        }
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
